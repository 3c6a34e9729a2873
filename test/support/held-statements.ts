import {
  type Database,
  type DatabaseOptions,
  openDatabase,
  type ReadPool,
  type Queryable,
} from '../../src/platform/database';
import { createGate, type Gate } from './gate';

/** A statement of a label whose rows are read, and not yet handed on. */
export interface HeldStatement {
  /** Resolves once the rows are read. */
  readonly isRead: Promise<void>;
  /** Hands the rows on. */
  release(): void;
  /** Fails in their place. */
  fail(reason: Error): void;
}

/** A database whose statements a test holds in its hand. */
export interface HeldStatements {
  readonly openDatabase: (options: DatabaseOptions) => Promise<Database>;
  /** Holds the next statement of a label that a query sends. */
  hold(label: string): HeldStatement;
}

interface Hold {
  readonly read: Gate;
  readonly released: Promise<void>;
}

/** Lets a test decide what happens between the reading of rows and the answer made of them. */
export function createHeldStatements(): HeldStatements {
  const holds = new Map<string, Hold[]>();
  const guard = (reads: Queryable): Queryable => ({
    select: async (selection, parameters) => {
      const hold = holds.get(selection.label)?.shift();
      const rows = await reads.select(selection, parameters);
      hold?.read.open();
      await hold?.released;
      return rows;
    },
  });
  const guardPool = (pool: ReadPool): ReadPool => ({
    ...guard(pool),
    openForRequest: (signal) => guard(pool.openForRequest(signal)),
  });
  return {
    openDatabase: async (options) => {
      const database = await openDatabase(options);
      return { ...database, replica: guardPool(database.replica) };
    },
    hold: (label) => {
      const read = createGate();
      let release: () => void = () => undefined;
      let fail: (reason: Error) => void = () => undefined;
      const released = new Promise<void>((resolve, reject) => {
        release = resolve;
        fail = reject;
      });
      holds.set(label, [...(holds.get(label) ?? []), { read, released }]);
      return { isRead: read.passed, release, fail };
    },
  };
}
