import { execFile, execFileSync } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { Client, type QueryResult } from 'pg';

/** How a server is stopped: `fast` ends sessions, `immediate` is a crash. */
export type StopMode = 'fast' | 'immediate';

/** A PostgreSQL of a test's own, which it may stop and start. */
export interface OwnPostgres {
  readonly port: number;
  readonly url: string;
  start(): Promise<void>;
  stop(mode: StopMode): Promise<void>;
  restart(mode: StopMode): Promise<void>;
  /** Runs a statement on a connection of its own. */
  query(sql: string, parameters?: readonly unknown[]): Promise<QueryResult>;
  /** The same as another role. */
  queryAs(role: string, sql: string, parameters?: readonly unknown[]): Promise<QueryResult>;
  /** Stops the server and removes its files. */
  remove(): Promise<void>;
}

const run = promisify(execFile);

/** Makes a server in a temporary folder and starts it. Errors: where PostgreSQL's programs are missing. */
export async function createOwnPostgres(): Promise<OwnPostgres> {
  const bin = await findPrograms();
  const owner = findOwner();
  const folder = await mkdtemp(join(tmpdir(), 'maqal-postgres-'));
  if (owner.uid !== undefined) await chown(folder, owner.uid, owner.gid ?? owner.uid);
  const data = join(folder, 'data');
  const port = await findFreePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const options = { ...owner, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' } };
  const control = (...parameters: string[]) =>
    run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-l', join(folder, 'log'), ...parameters], options);
  const initial = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
  await run(join(bin, 'initdb'), initial, options);
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`;
  const start = async () => {
    await control('start', '-o', settings);
  };
  const stop = async (mode: StopMode) => {
    await control('stop', '-m', mode);
  };
  await start();
  return {
    ...{ port, url, start, stop },
    restart: async (mode) => {
      await control('restart', '-m', mode, '-o', settings);
    },
    query: (sql, parameters = []) => query(url, sql, parameters),
    queryAs: (role, sql, parameters = []) =>
      query(url.replace('postgres@', `${role}@`), sql, parameters),
    remove: async () => {
      await stop('immediate').catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function query(url: string, sql: string, parameters: readonly unknown[]) {
  const client = new Client({ connectionString: url });
  // The test itself may end this connection.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await client.query(sql, [...parameters]);
  } finally {
    await client.end();
  }
}

/** The folder with initdb and pg_ctl: of the PATH, else the newest where Debian puts them. */
async function findPrograms(): Promise<string> {
  const root = '/usr/lib/postgresql';
  const versions: readonly string[] = await readdir(root).catch(() => []);
  const installed = [...versions]
    .sort((one, two) => Number(two) - Number(one))
    .map((version) => join(root, version, 'bin'));
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...installed];
  for (const folder of folders) {
    const files: readonly string[] = await readdir(folder).catch(() => []);
    if (files.includes('initdb') && files.includes('pg_ctl')) return folder;
  }
  throw new Error(
    'initdb and pg_ctl were not found in PATH or /usr/lib/postgresql/*/bin: install the PostgreSQL server, since these tests stop and start one of their own',
  );
}

/** PostgreSQL refuses to run as root, so root runs it as the user `postgres`. */
function findOwner(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  try {
    const read = (flag: string) =>
      Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: read('-u'), gid: read('-g') };
  } catch {
    throw new Error(
      'PostgreSQL does not run as root and there is no user named postgres: add one, or run these tests as another user',
    );
  }
}

/** A port that nobody listens on. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
