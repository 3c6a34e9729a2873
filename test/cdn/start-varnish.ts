import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort, waitUntilOpen } from './ports';

/** A Varnish of a test's own before a service. */
export interface Varnish {
  readonly origin: string;
  /** Bans what is made of one of the keys. */
  ban(surrogateKeys: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

/** Keys of one ban: Varnish takes 8 KiB of a header. */
const keysPerBan = 100;

/** Starts Debian's Varnish before the service at `origin`. Errors: where it is not installed. */
export async function startVarnish(origin: string): Promise<Varnish> {
  const folder = await mkdtemp(join(tmpdir(), 'maqal-varnish-'));
  const vcl = await readFile(join(__dirname, 'varnish.vcl'), 'utf8');
  const file = join(folder, 'maqal.vcl');
  await writeFile(file, vcl.replace('MAQAL_PORT', new URL(origin).port));
  const port = await findFreePort();
  const child = await spawnVarnish(folder, file, port);
  const address = `http://127.0.0.1:${port}`;
  return {
    origin: address,
    ban: async (surrogateKeys) => {
      for (let start = 0; start < surrogateKeys.length; start += keysPerBan) {
        const keys = surrogateKeys.slice(start, start + keysPerBan);
        const pattern = `(${keys.map((key) => key.replaceAll('.', '\\.')).join('|')})`;
        const { status } = await fetch(address, { method: 'BAN', headers: { 'x-keys': pattern } });
        if (status !== 200) throw new Error(`Varnish answered the ban with status ${status}`);
      }
    },
    stop: async () => {
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function spawnVarnish(folder: string, vcl: string, port: number): Promise<ChildProcess> {
  const listening = ['-a', `127.0.0.1:${port}`, '-f', vcl];
  const keeping = ['-n', join(folder, 'state'), '-s', 'malloc,64m', '-j', 'none'];
  const child = spawn('varnishd', ['-F', ...listening, ...keeping], {
    env: { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<never>((_, reject) => {
    child.once('error', () => {
      reject(new Error('varnishd is needed: apt-get install varnish'));
    });
    child.once('close', () => {
      reject(new Error(`Varnish ended:\n${said}`));
    });
  });
  await Promise.race([ended, waitUntilOpen(port)]);
  ended.catch(() => undefined);
  return child;
}
