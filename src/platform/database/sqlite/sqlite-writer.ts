import type { CancellationSignal } from '../../cancellation';
import type {
  InvalidationWriter,
  CommitListener,
  Transaction,
  TransactionOptions,
} from '../database';
import { labelled } from '../statement';
import { runWork, type WorkConnection } from '../transaction-work';
import type { SqliteConnection } from './sqlite-connection';

interface Job {
  readonly work: (transaction: Transaction) => Promise<unknown>;
  readonly signal: CancellationSignal | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** Several words to the database in one call, since each call costs as much as a small statement. */
const begin = labelled('database.begin', 'BEGIN IMMEDIATE; SAVEPOINT job');
const next = labelled('database.nextJob', 'RELEASE job; SAVEPOINT job');
/** The savepoint stays, and so serves the next job. */
const undo = labelled('database.undoJob', 'ROLLBACK TO job');
const commit = labelled('database.commit', 'RELEASE job; COMMIT');
const rollback = labelled('database.rollback', 'ROLLBACK');

/** More would make the first of a batch wait longer for its answer than the shared commit saves. */
const maxJobsPerCommit = 64;

/**
 * One connection that writes, behind a queue.
 *
 * Jobs that wait while another batch is written share the next transaction, each in its own
 * savepoint: one fsync makes them all durable, and the failure of one undoes only its own writes.
 * A job's promise settles after the commit, never before.
 */
export class SqliteWriter {
  private readonly waiting: Job[] = [];
  /** What runs outside a transaction. */
  private readonly upkeep: (() => Promise<void>)[] = [];
  private readonly transaction: WorkConnection;
  private draining: Promise<void> | null = null;

  constructor(
    private readonly connection: SqliteConnection,
    private readonly onCommit: CommitListener,
    private readonly writeInvalidation?: InvalidationWriter,
    /** Fails where a commit went into a file that is no longer there. */
    private readonly checkCommit: () => Promise<void> = () => Promise.resolve(),
  ) {
    this.transaction = {
      select: async (selection, parameters = []) => {
        const [rows = []] = await connection.selectBatch([{ selection, parameters }]);
        return rows;
      },
      execute: (statement, parameters = []) => connection.run(statement, parameters),
    };
  }

  /** Runs `work` in its turn. Errors: what `work` throws; the signal's reason. */
  enqueue<Result>(
    work: (transaction: Transaction) => Promise<Result>,
    { signal }: TransactionOptions,
  ): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.waiting.push({ work, signal, resolve: resolve as Job['resolve'], reject });
      this.draining ??= this.drain();
    });
  }

  /**
   * Folds the write-ahead log into the file and empties it, between two batches.
   * Shape: false where a reader was in the way for `waitMs`, which no writer waits longer for.
   */
  truncateLog(waitMs: number): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.upkeep.push(async () => {
        await this.connection.truncateLog(waitMs).then(resolve, reject);
      });
      this.draining ??= this.drain();
    });
  }

  /** Finishes what was handed in, then lets go of the connection. */
  async close(): Promise<void> {
    await this.draining;
    await this.connection.close();
  }

  private async drain(): Promise<void> {
    // A turn of the event loop, so that mutations which arrived together are written together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0 || this.upkeep.length > 0) {
      for (const work of this.upkeep.splice(0)) await work();
      if (this.waiting.length > 0) await this.runBatch(this.waiting.splice(0, maxJobsPerCommit));
    }
    this.draining = null;
  }

  private async runBatch(jobs: readonly Job[]): Promise<void> {
    const settlements: (() => void)[] = [];
    const tags: string[] = [];
    try {
      await this.connection.control(begin);
      for (const job of jobs) {
        if (settlements.length > 0) await this.connection.control(next);
        settlements.push(await this.runJob(job, tags));
      }
      // The check begins no earlier than the commit, and costs it no time.
      await Promise.all([this.connection.control(commit), this.checkCommit()]);
    } catch (error) {
      await this.connection.control(rollback).catch(() => undefined);
      for (const job of jobs) job.reject(error);
      return;
    }
    this.onCommit(tags);
    for (const settle of settlements) settle();
  }

  /** Resolves to what tells the caller, to be called once the batch is durable. */
  private async runJob(
    { work, signal, resolve, reject }: Job,
    tags: string[],
  ): Promise<() => void> {
    if (signal?.aborted === true) {
      return () => {
        reject(signal.reason);
      };
    }
    try {
      const worked = await runWork(this.transaction, work, this.writeInvalidation);
      tags.push(...worked.tags);
      return () => {
        resolve(worked.result);
      };
    } catch (error) {
      await this.connection.control(undo);
      return () => {
        reject(error);
      };
    }
  }
}
