import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { entities } from '../../src/app/entities';
import { migratePostgres } from '../../src/platform/database/postgres/migrate-postgres';
import { createLogger } from '../../src/platform/log';

/** A database of a test's own, empty, and how to be rid of it. */
export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Which engine the suite runs on: `MAQAL_TEST_DATABASE=postgres`, else SQLite. */
export const isPostgres = process.env['MAQAL_TEST_DATABASE'] === 'postgres';

/** How a test's database differs from the usual. */
export interface TestDatabaseOptions {
  /** On PostgreSQL, whether it begins with the tables of a migrated database; default: true. */
  readonly hasTables?: boolean;
}

/** A new database on the suite's engine, without a row. */
export function createTestDatabase({
  hasTables = true,
}: TestDatabaseOptions = {}): Promise<TestDatabase> {
  return isPostgres ? createPostgres(hasTables) : createSqlite();
}

async function createSqlite(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'maqal-test-'));
  return {
    url: `sqlite:${join(folder, 'maqal.sqlite')}`,
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A database of its own in the server at TEST_DATABASE_URL, so that suites run side by side. */
async function createPostgres(hasTables: boolean): Promise<TestDatabase> {
  const server = readServerUrl();
  const name = `maqal_test_${randomBytes(8).toString('hex')}`;
  template ??= makeTemplate(server);
  await runOn(server, `CREATE DATABASE ${name}${hasTables ? ` TEMPLATE ${await template}` : ''}`);
  return {
    url: toUrl(server, name),
    drop: () => runOn(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

const migrationsFolder = join(__dirname, '..', '..', 'src', 'platform', 'database', 'migrations');
/** Workers make the template one after the other: all but the first find it. */
const templateLock = 62_726;
let template: Promise<string> | undefined;

/** A migrated database to copy, which takes half the time of migrating each. Shape: its name. */
async function makeTemplate(server: string): Promise<string> {
  const name = `maqal_template_${await hashMigrations()}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE datname LIKE 'maqal_template_%'",
    );
    if (rows.some(({ datname }) => datname === name)) return name;
    for (const { datname } of rows) await client.query(`DROP DATABASE ${datname}`);
    // Renamed once it is whole: a run that is stopped meanwhile leaves no half of one.
    const unfinished = `maqal_template_${randomBytes(8).toString('hex')}`;
    await client.query(`CREATE DATABASE ${unfinished}`);
    await migratePostgres({
      url: toUrl(server, unfinished),
      entities,
      logger: createLogger('silent'),
    });
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

async function hashMigrations(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of (await readdir(migrationsFolder)).sort()) {
    hash.update(await readFile(join(migrationsFolder, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

function toUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function readServerUrl(): string {
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
