import { entities } from '../../src/app/create-features';
import { type Database, openDatabase } from '../../src/platform/database';
import { createTestDatabase, type TestDatabase } from './test-database';

/** A database of a test's own. */
export interface ScratchDatabase {
  readonly database: Database;
  /** Labels of the statements sent so far. */
  readonly statements: string[];
  readonly address: TestDatabase;
  /** Another service's connections to the same database; the caller closes them. */
  openAgain(): Promise<Database>;
  /** Closes the connections and drops the database. */
  drop(): Promise<void>;
}

/** Opens a new database on the suite's engine, its tables up to date. */
export async function openScratchDatabase(): Promise<ScratchDatabase> {
  const address = await createTestDatabase({ hasTables: false });
  const statements: string[] = [];
  const open = () =>
    openDatabase({
      url: address.url,
      statementTimeoutMs: 10_000,
      entities,
      onStatement: (label) => statements.push(label),
    });
  const database = await open();
  return {
    ...{ database, statements, address },
    openAgain: open,
    drop: async () => {
      await database.close();
      await address.drop();
    },
  };
}
