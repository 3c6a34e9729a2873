import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort, waitUntilOpen } from './ports';

/** An nginx of a test's own before a service. */
export interface Nginx {
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Starts Debian's nginx before the service at `origin`, with nothing set but the address to pass
 * requests to: so the upstream is asked by HTTP/1.0, and its answers are buffered.
 * Errors: where it is not installed.
 */
export async function startNginx(origin: string): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), 'maqal-nginx-'));
  const port = await findFreePort();
  const file = join(folder, 'nginx.conf');
  await writeFile(file, writeConfiguration(folder, port, origin));
  const child = spawn('nginx', ['-c', file, '-e', 'stderr', '-g', 'daemon off;'], {
    env: { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<never>((_, reject) => {
    child.once('error', () => {
      reject(new Error('nginx is needed: apt-get install nginx-light'));
    });
    child.once('close', () => {
      reject(new Error(`nginx ended:\n${said}`));
    });
  });
  await Promise.race([ended, waitUntilOpen(port)]);
  ended.catch(() => undefined);
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What every configuration must say, with files in the folder, and one plain `proxy_pass`. */
function writeConfiguration(folder: string, port: number, origin: string): string {
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${folder}/nginx.pid;
events {}
http {
  access_log off;
  ${kinds.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass ${origin};
    }
  }
}
`;
}
