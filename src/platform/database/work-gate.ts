import type { Database, ReadPool, Queryable } from './database';
import { DatabaseClosed } from './database.errors';

/** Knows what runs, and lets nothing more in once it is shut. */
class WorkGate {
  private readonly running = new Set<Promise<unknown>>();
  private isShut = false;

  /** Starts work and remembers it until it ends. Errors: DatabaseClosed once the gate is shut. */
  run<Result>(start: () => Promise<Result>): Promise<Result> {
    if (this.isShut) return Promise.reject(new DatabaseClosed());
    const result = start();
    this.running.add(result);
    const forget = () => this.running.delete(result);
    result.then(forget, forget);
    return result;
  }

  async shut(): Promise<void> {
    this.isShut = true;
    await Promise.allSettled(this.running);
  }
}

/** A database that finishes what was handed in before it closes, and then takes no more. */
export function closeInOrder(database: Database): Database {
  const gate = new WorkGate();
  let closing: Promise<void> | null = null;
  const closeOnce = async () => {
    await gate.shut();
    await database.close();
  };
  const guard = (reads: Queryable): Queryable => ({
    select: (selection, parameters) => gate.run(() => reads.select(selection, parameters)),
  });
  const guardPool = (pool: ReadPool): ReadPool => ({
    ...guard(pool),
    openForRequest: (signal) => guard(pool.openForRequest(signal)),
  });
  return {
    dialect: database.dialect,
    replica: guardPool(database.replica),
    primary: guardPool(database.primary),
    transaction: (work, options) => gate.run(() => database.transaction(work, options)),
    onCommit: (listener) => {
      database.onCommit(listener);
    },
    receivesCommits: () => database.receivesCommits(),
    clockOffsetMs: () => database.clockOffsetMs(),
    checkReady: () => gate.run(() => database.checkReady()),
    scrub: () => gate.run(() => database.scrub()),
    close: () => (closing ??= closeOnce()),
  };
}
