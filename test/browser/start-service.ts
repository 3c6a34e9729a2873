import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** A service that runs as a process of its own, with a database that goes with it. */
export interface RunningService {
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts the built service on any free port, with the seed in a temporary SQLite file. */
export async function startService(entry = 'dist/main.js'): Promise<RunningService> {
  const directory = await mkdtemp(join(tmpdir(), 'maqal-browser-'));
  const child = spawn(process.execPath, [entry, 'serve'], {
    env: {
      ...process.env,
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
      PORT: '0',
      DATABASE_URL: `sqlite:${join(directory, 'maqal.sqlite')}`,
      FILES_DIR: join(directory, 'files'),
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    address: await readAddress(child.stdout),
    stop: async () => {
      if (child.exitCode === null) {
        const exited = once(child, 'exit');
        child.kill('SIGTERM');
        await exited;
      }
      await rm(directory, { recursive: true });
    },
  };
}

/** Reads the log up to the line that tells the address. */
async function readAddress(log: Readable): Promise<string> {
  let text = '';
  for await (const chunk of log.iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
    if (address !== undefined) {
      log.resume();
      return address;
    }
  }
  throw new Error(`The service ended before it told its address:\n${text}`);
}
