import { type CancellationSignal, onAbort } from '../../cancellation';
import type { Parameter, ReadPool, Queryable, Row } from '../database';
import type { Selection } from '../statement';
import type { BatchedQuery } from './batched-query';
import { RepeatedBatches } from './repeated-batches';
import type { SqliteConnection } from './sqlite-connection';

/** A query with what settles its promise. */
interface Waiting extends BatchedQuery {
  readonly resolve: (rows: readonly Row[]) => void;
  readonly reject: (reason: unknown) => void;
}

/** Queries that are sent in one statement, for one request. */
interface Job {
  readonly queries: readonly Waiting[];
  readonly signal: CancellationSignal | undefined;
}

/**
 * Read-only connections, each with one statement at a time; what finds all of them busy waits in
 * line for the first that is free.
 *
 * They see only what is committed (the file is in WAL mode), and every statement that begins after
 * a commit sees that commit, so they serve as the primary too.
 */
export class SqliteReaders implements ReadPool {
  private readonly idle: SqliteConnection[];
  private readonly line: Job[] = [];
  private readonly sets = new RepeatedBatches<Waiting>();

  constructor(private readonly connections: readonly SqliteConnection[]) {
    this.idle = [...connections];
  }

  select(selection: Selection, parameters: readonly Parameter[] = []): Promise<readonly Row[]> {
    return new Promise((resolve, reject) => {
      const queries = [{ selection, parameters, resolve, reject }];
      this.send({ queries, signal: undefined });
    });
  }

  openForRequest(signal?: CancellationSignal): Queryable {
    return new RequestReads((all) => {
      for (const queries of this.sets.group(all)) this.send({ queries, signal });
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.connections.map((connection) => connection.close()));
  }

  private send(job: Job): void {
    const connection = this.idle.pop();
    if (connection === undefined) this.line.push(job);
    else void this.serve(connection, job);
  }

  private async serve(connection: SqliteConnection, first: Job): Promise<void> {
    let job: Job | undefined = first;
    while (job !== undefined) {
      await run(connection, job);
      job = this.line.shift();
    }
    this.idle.push(connection);
  }
}

/** Reads all of a job by one statement, and so from one state of the database. */
async function run(connection: SqliteConnection, { queries, signal }: Job): Promise<void> {
  let stopListening: () => void = () => undefined;
  try {
    signal?.throwIfAborted();
    if (signal !== undefined) {
      stopListening = onAbort(signal, () => {
        connection.interrupt();
      });
    }
    const answers = await connection.selectBatch(queries);
    queries.forEach(({ resolve }, index) => {
      resolve(answers[index] ?? []);
    });
  } catch (error) {
    const reason: unknown = signal?.aborted === true ? signal.reason : error;
    for (const { reject } of queries) reject(reason);
  } finally {
    stopListening();
  }
}

/** Collects the selections that a request's loaders dispatch in the same turn. */
class RequestReads implements Queryable {
  private waiting: Waiting[] = [];

  constructor(private readonly send: (queries: readonly Waiting[]) => void) {}

  select(selection: Selection, parameters: readonly Parameter[] = []): Promise<readonly Row[]> {
    return new Promise((resolve, reject) => {
      // Loaders dispatch in ticks one after the other; this tick comes after all of theirs.
      if (this.waiting.length === 0) process.nextTick(this.flush);
      this.waiting.push({ selection, parameters, resolve, reject });
    });
  }

  private readonly flush = (): void => {
    const queries = this.waiting;
    this.waiting = [];
    this.send(queries);
  };
}
