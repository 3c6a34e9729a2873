import type { CancellationSignal } from '../cancellation';
import type { Dialect } from './dialect';
import type { Selection, Statement } from './statement';

/** A value that both drivers bind as it is. */
export type Parameter = string | number | boolean | null | readonly string[] | readonly number[];

/** The values of one row, in the order of the selection's columns. */
export type Row = readonly unknown[];

/** Runs selections: a pool, a request's reads, or a transaction. */
export interface Queryable {
  /**
   * Runs one labelled selection and returns all of its rows.
   * Errors: DatabaseError, with the statement's label and never its parameters.
   */
  select(selection: Selection, parameters?: readonly Parameter[]): Promise<readonly Row[]>;
}

/** Connections that requests read through. */
export interface ReadPool extends Queryable {
  /**
   * The reads of one request: selections of the same turn may be sent in one statement.
   * Shape: when `signal` is aborted, statements that run are interrupted and those that wait are
   * dropped; each promise fails with the signal's reason.
   */
  openForRequest(signal?: CancellationSignal): Queryable;
}

/** Work that is done whole or not at all; it sees its own writes. */
export interface Transaction extends Queryable {
  /** Runs one labelled statement and returns how many rows it changed. */
  execute(statement: Statement, parameters?: readonly Parameter[]): Promise<number>;
  /** Invalidates what caches hold with these tags, in every instance; on commit, never before. */
  invalidate(tags: Iterable<string>): void;
  /** Emits an event, as `defineEvent` writes it, to every instance; on commit, never before. */
  emit(event: string): void;
}

/**
 * Called for each commit, before its caller is answered, with the tags that it invalidates and the
 * events that it emits; null where these are unknown, so that anything may have changed.
 */
export type CommitListener = (tags: readonly string[] | null) => void;

/**
 * Stores the tags and events of a transaction in that transaction, so that they are lost or durable
 * together with the change.
 */
export type InvalidationWriter = (
  transaction: Pick<Transaction, 'execute'>,
  tags: readonly string[],
) => Promise<void>;

/** What may be asked of a transaction. */
export interface TransactionOptions {
  /** Aborted: work that has not begun is dropped, and the promise fails with the signal's reason. */
  readonly signal?: CancellationSignal | undefined;
}

/** The database: transactions that write, and pools that read. */
export interface Database {
  readonly dialect: Dialect;
  /** For queries, which may lag behind commits. It is `primary` itself: no replica can be configured. */
  readonly replica: ReadPool;
  /** For what follows a write: sees every commit that was acknowledged before the call. */
  readonly primary: ReadPool;
  /**
   * Runs `work` in a transaction of its own and resolves once it is durable.
   * Errors: whatever `work` throws, after its writes are undone.
   */
  transaction<Result>(
    work: (transaction: Transaction) => Promise<Result>,
    options?: TransactionOptions,
  ): Promise<Result>;
  /**
   * Subscribes to commits: those of this process before the caller is answered, and those of other
   * processes on the same database as soon as they are noticed.
   */
  onCommit(listener: CommitListener): void;
  /**
   * False where commits of other processes may have been missed for more than two seconds: nothing
   * cached may be served or stored then. Listeners are called with null before it is true again.
   * Cost: memory only.
   */
  receivesCommits(): boolean;
  /**
   * How far the database's clock is ahead of the one that it was opened with: on PostgreSQL measured
   * each second, with an error below 100 ms; 0 on SQLite, which has no other clock.
   * Units: milliseconds. Cost: memory only.
   */
  clockOffsetMs(): number;
  /**
   * Fails where the database cannot serve requests. Cost: one statement, on PostgreSQL on a
   * connection of its own. Errors: DatabaseNotReady with a reason for operators; whatever else.
   */
  checkReady(): Promise<void>;
  /**
   * Removes from the database's files what was deleted or overwritten before the call. Called after
   * the commit of an erasure; the answer to it waits for this.
   *
   * SQLite overwrites the pages and empties its log; where readers hold that up for seconds, it is
   * done in the background. On PostgreSQL nothing is done: VACUUM decides when space is reused.
   * Errors: none; a failure is logged.
   */
  scrub(): Promise<void>;
  /** Waits for what runs and lets go of every connection. */
  close(): Promise<void>;
}

/** Told of each statement as it is sent: its label and its text, and never its parameters. */
export type StatementListener = (label: string, sql: string) => void;
