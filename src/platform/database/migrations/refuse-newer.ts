import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';

/** The database was migrated by a newer version of the program, which alone knows its tables. */
export class DatabaseNewer extends Error {
  override readonly name = 'DatabaseNewer';
}

/**
 * Refuses a database with migrations that this program does not know: it would read and write
 * tables that mean something else by now.
 * Errors: DatabaseNewer, naming the newest migration of both.
 */
export async function refuseNewer(source: DataSource, runner?: QueryRunner): Promise<void> {
  const executor = new MigrationExecutor(source, runner);
  const applied = await executor.getExecutedMigrations();
  const names = source.migrations.map((migration) => migration.name ?? migration.constructor.name);
  const known = new Set(names);
  const unknown = applied.filter(({ name }) => !known.has(name));
  if (unknown.length === 0) return;
  const newest = unknown.reduce((one, two) => (two.timestamp > one.timestamp ? two : one));
  throw new DatabaseNewer(
    `The database is newer than this program: it was migrated to ${newest.name}, and this version knows migrations up to ${names.at(-1) ?? 'none'}. Start the version that migrated it, or restore a backup from before.`,
  );
}
