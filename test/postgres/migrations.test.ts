import { Writable } from 'node:stream';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { entities } from '../../src/app/create-features';
import { migrations } from '../../src/platform/database/migrations';
import { createLogger } from '../../src/platform/log';
import { startApp, type TestApp } from '../support/start-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { waitUntil } from '../support/wait-until';

jest.setTimeout(60_000);

/** What the service under test may take for a request: far less than what it waits for here. */
const environment = { REQUEST_TIMEOUT_MS: '100' };
const migrationLock = 62_725;

let database: TestDatabase;
let other: Client;
let lines: string[];

beforeEach(async () => {
  database = await createTestDatabase({ hasTables: false });
  other = new Client({ connectionString: database.url });
  await other.connect();
  lines = [];
});

afterEach(async () => {
  await other.end();
  await database.drop();
});

const start = (): Promise<TestApp> =>
  startApp({
    ...{ database, environment },
    parts: {
      logger: createLogger(
        'info',
        new Writable({
          write: (chunk: Buffer, _encoding, done) => {
            lines.push(chunk.toString());
            done();
          },
        }),
      ),
    },
  });
const hasLogged = (text: string) => lines.some((line) => line.includes(text));

/** Whether an instance that asks for the lock has been connected for twice its request timeout. */
const hasWaitedBeyondTheRequestTimeout = async () => {
  const { rowCount } = await other.query(
    `SELECT 1 FROM pg_stat_activity
     WHERE datname = current_database() AND query LIKE 'SELECT pg_try_advisory_lock%'
       AND clock_timestamp() - backend_start > interval '200 milliseconds'`,
  );
  return rowCount !== null && rowCount > 0;
};

describe('an instance that starts', () => {
  it('waits for the migrations of another one as long as they take, and says so', async () => {
    await other.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const starting = start();
    await waitUntil(() => hasLogged('Another instance is migrating the database'));
    await waitUntil(hasWaitedBeyondTheRequestTimeout);
    await other.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
    await (await starting).stop();
    expect(hasLogged('Migrated the database')).toBe(true);
  });

  it('tries again where a table that it must change is in use for long', async () => {
    await (await start()).stop();
    await undoLastMigration();
    await other.query('BEGIN');
    await other.query(`LOCK TABLE ${await listTables()} IN ACCESS EXCLUSIVE MODE`);
    const starting = start();
    await waitUntil(() => hasLogged('A table to migrate is in use'));
    await other.query('ROLLBACK');
    await (await starting).stop();
  });
});

/** Every table that a migration may change. */
async function listTables(): Promise<string> {
  const { rows } = await other.query<{ tables: string }>(
    `SELECT string_agg(quote_ident(tablename), ', ') AS tables FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> 'migrations'`,
  );
  return rows[0]?.tables ?? '';
}

async function undoLastMigration(): Promise<void> {
  const source = new DataSource({
    ...{ type: 'postgres', url: database.url, entities, migrations, installExtensions: false },
  });
  await source.initialize();
  await source.undoLastMigration({ transaction: 'all' });
  await source.destroy();
}
