import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { entities } from '../../src/app/create-features';
import { migratePostgres } from '../../src/platform/database/postgres/migrate-postgres';
import { createLogger } from '../../src/platform/log';
import {
  createDatabase,
  isPostgres,
  readServerUrl,
  type TestDatabase,
  toUrl,
} from './new-database';
import { recycleDatabase } from './recycled-databases';

export { isPostgres, type TestDatabase } from './new-database';

/** How a test's database differs from the usual. */
export interface TestDatabaseOptions {
  /** On PostgreSQL, whether it begins with the tables of a migrated database; default: true. */
  readonly hasTables?: boolean;
}

/** A database without rows on the suite's engine. */
export async function createTestDatabase({
  hasTables = true,
}: TestDatabaseOptions = {}): Promise<TestDatabase> {
  if (!isPostgres || !hasTables) return createDatabase();
  template ??= makeTemplate(readServerUrl());
  return recycleDatabase(await template);
}

const migrationsFolder = join(__dirname, '..', '..', 'src', 'platform', 'database', 'migrations');
/** Workers make the template one after the other: all but the first find it. */
const templateLock = 62_726;
let template: Promise<string> | undefined;

/**
 * Finds or makes a migrated database to copy: a test starts in half the time that migrating its own
 * takes. Templates of other migrations are dropped.
 * Shape: the template's name.
 */
async function makeTemplate(server: string): Promise<string> {
  const name = `maqal_template_${await hashMigrations()}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [templateLock]);
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE datname ~ '^maqal_template_[0-9a-f]{16}$'",
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
