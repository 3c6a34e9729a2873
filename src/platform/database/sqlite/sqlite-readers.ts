import { type CancellationSignal, onAbort } from '../../cancellation';
import type { Parameter, ReadDoor, Reads, Row } from '../database';
import type { Selection } from '../statement';
import type { Parcel } from './packed-selection';
import type { SqliteConnection } from './sqlite-connection';
import { UsualSets } from './usual-sets';

/** A selection with what settles its promise. */
interface Waiting extends Parcel {
  readonly resolve: (rows: readonly Row[]) => void;
  readonly reject: (reason: unknown) => void;
}

/** Selections that are read by one statement, for one request. */
interface Job {
  readonly parcels: readonly Waiting[];
  readonly signal: CancellationSignal | undefined;
}

/**
 * Read-only connections, each with one statement at a time; what finds all of them busy waits in
 * line for the first that is free.
 *
 * They see only what is committed (the file is in WAL mode), and every statement that begins after
 * a commit sees that commit, so they serve as the primary door too.
 */
export class SqliteReaders implements ReadDoor {
  private readonly idle: SqliteConnection[];
  private readonly line: Job[] = [];
  private readonly sets = new UsualSets<Waiting>();

  constructor(private readonly connections: readonly SqliteConnection[]) {
    this.idle = [...connections];
  }

  select(selection: Selection, parameters: readonly Parameter[] = []): Promise<readonly Row[]> {
    return new Promise((resolve, reject) => {
      const parcels = [{ selection, parameters, resolve, reject }];
      this.send({ parcels, signal: undefined });
    });
  }

  openForRequest(signal?: CancellationSignal): Reads {
    return new RequestReads((all) => {
      for (const parcels of this.sets.group(all)) this.send({ parcels, signal });
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
async function run(connection: SqliteConnection, { parcels, signal }: Job): Promise<void> {
  let stopListening: () => void = () => undefined;
  try {
    signal?.throwIfAborted();
    if (signal !== undefined) {
      stopListening = onAbort(signal, () => {
        connection.interrupt();
      });
    }
    const answers = await connection.selectTogether(parcels);
    parcels.forEach(({ resolve }, index) => {
      resolve(answers[index] ?? []);
    });
  } catch (error) {
    const reason: unknown = signal?.aborted === true ? signal.reason : error;
    for (const { reject } of parcels) reject(reason);
  } finally {
    stopListening();
  }
}

/** Collects the selections that a request's loaders dispatch in the same turn. */
class RequestReads implements Reads {
  private waiting: Waiting[] = [];

  constructor(private readonly send: (parcels: readonly Waiting[]) => void) {}

  select(selection: Selection, parameters: readonly Parameter[] = []): Promise<readonly Row[]> {
    return new Promise((resolve, reject) => {
      // Loaders dispatch in ticks one after the other; this tick comes after all of theirs.
      if (this.waiting.length === 0) process.nextTick(this.flush);
      this.waiting.push({ selection, parameters, resolve, reject });
    });
  }

  private readonly flush = (): void => {
    const parcels = this.waiting;
    this.waiting = [];
    this.send(parcels);
  };
}
