import { Client } from 'pg';
import sqlite3 from 'sqlite3';
import type { TestDatabase } from './test-database';

/** A connection of a test's own, past the service. */
interface RawConnection {
  readonly run: (sql: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Does to a test's database what the API does not offer, such as archiving an article. */
export async function runSql(database: TestDatabase, sql: string): Promise<void> {
  const connection = await connect(database.url);
  try {
    await connection.run(sql);
  } finally {
    await connection.close();
  }
}

/** Holds up everything that writes comments, until what it returns is called. */
export async function blockWrites({ url }: TestDatabase): Promise<() => Promise<void>> {
  const connection = await connect(url);
  const lock = url.startsWith('sqlite:')
    ? ['BEGIN IMMEDIATE']
    : ['BEGIN', 'LOCK TABLE comment IN SHARE MODE'];
  for (const statement of lock) await connection.run(statement);
  return async () => {
    await connection.run('ROLLBACK');
    await connection.close();
  };
}

function connect(url: string): Promise<RawConnection> {
  return url.startsWith('sqlite:')
    ? connectSqlite(url.slice('sqlite:'.length))
    : connectPostgres(url);
}

async function connectPostgres(connectionString: string): Promise<RawConnection> {
  const client = new Client({ connectionString });
  await client.connect();
  return {
    run: async (sql) => {
      await client.query(sql);
    },
    close: () => client.end(),
  };
}

async function connectSqlite(path: string): Promise<RawConnection> {
  const handle = await new Promise<sqlite3.Database>((resolve, reject) => {
    const opened = new sqlite3.Database(path, (error) => {
      if (error === null) resolve(opened);
      else reject(error);
    });
    opened.configure('busyTimeout', 5_000);
  });
  const settle = (start: (done: (error: Error | null) => void) => void) =>
    new Promise<void>((resolve, reject) => {
      start((error) => {
        if (error === null) resolve();
        else reject(error);
      });
    });
  return {
    run: (sql) => settle((done) => handle.exec(sql, done)),
    close: () =>
      settle((done) => {
        handle.close(done);
      }),
  };
}
