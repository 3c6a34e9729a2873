import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** A database of a test's own. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Which engine the suite runs on: `MAQAL_TEST_DATABASE=postgres`, else SQLite. */
export const isPostgres = process.env['MAQAL_TEST_DATABASE'] === 'postgres';

/** A new database on the suite's engine: without tables, or on PostgreSQL a copy of `template`. */
export function createDatabase(template: string | null = null): Promise<TestDatabase> {
  return isPostgres ? createPostgres(template) : createSqlite();
}

async function createSqlite(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'maqal-test-'));
  return {
    url: `sqlite:${join(folder, 'maqal.sqlite')}`,
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A new database on the server at TEST_DATABASE_URL, so that suites can run side by side. */
export async function createPostgres(template: string | null = null): Promise<TestDatabase> {
  const server = readServerUrl();
  const name = `maqal_test_${randomBytes(8).toString('hex')}`;
  await runOn(server, `CREATE DATABASE ${name}${template === null ? '' : ` TEMPLATE ${template}`}`);
  return {
    url: toUrl(server, name),
    drop: () => runOn(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** The address of another database of a server. */
export function toUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** The server's address. Errors: an Error where TEST_DATABASE_URL is not set. */
export function readServerUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined || url === '') {
    throw new Error(
      'TEST_DATABASE_URL must name a PostgreSQL server, such as postgres://localhost/test',
    );
  }
  return url;
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
