import { createPostgres, type TestDatabase } from '../../test/support/new-database';

/** A new database on the server of TEST_DATABASE_URL; null where that is not set. */
export async function createBenchPostgres(): Promise<TestDatabase | null> {
  return (process.env['TEST_DATABASE_URL'] ?? '') === '' ? null : createPostgres();
}
