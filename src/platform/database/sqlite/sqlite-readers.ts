import type { Parameter, ReadDoor, Reads, Row } from '../database';
import type { Selection } from '../statement';
import type { Parcel } from './packed-selection';
import type { SqliteConnection } from './sqlite-connection';

/** A parcel on its way, and who waits for it. */
interface Waiting extends Parcel {
  readonly resolve: (rows: readonly Row[]) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Read-only connections, the least busy one serving next.
 *
 * They see only what is committed (the file is in WAL mode), and every statement that begins after
 * a commit sees that commit, so they serve as the primary door too.
 */
export class SqliteReaders implements ReadDoor {
  constructor(private readonly connections: readonly [SqliteConnection, ...SqliteConnection[]]) {}

  async select(
    selection: Selection,
    parameters: readonly Parameter[] = [],
  ): Promise<readonly Row[]> {
    const [rows = []] = await this.selectTogether([{ selection, parameters }]);
    return rows;
  }

  /** The rows of each parcel, read by one statement and so from one state of the database. */
  selectTogether(parcels: readonly Parcel[]): Promise<Row[][]> {
    let [chosen] = this.connections;
    for (const connection of this.connections) {
      if (connection.pendingCount < chosen.pendingCount) chosen = connection;
    }
    return chosen.selectTogether(parcels);
  }

  openForRequest(): Reads {
    return new RequestReads(this);
  }

  async close(): Promise<void> {
    await Promise.all(this.connections.map((connection) => connection.close()));
  }
}

/** Selections that a request's loaders dispatch in the same turn travel in one statement. */
class RequestReads implements Reads {
  private waiting: Waiting[] = [];

  constructor(private readonly readers: SqliteReaders) {}

  select(selection: Selection, parameters: readonly Parameter[] = []): Promise<readonly Row[]> {
    return new Promise((resolve, reject) => {
      // Loaders dispatch in ticks one after the other; this tick comes after all of theirs.
      if (this.waiting.length === 0) process.nextTick(() => void this.flush());
      this.waiting.push({ selection, parameters, resolve, reject });
    });
  }

  private async flush(): Promise<void> {
    const parcels = this.waiting;
    this.waiting = [];
    try {
      const answers = await this.readers.selectTogether(parcels);
      parcels.forEach(({ resolve }, index) => {
        resolve(answers[index] ?? []);
      });
    } catch (error) {
      for (const { reject } of parcels) reject(error);
    }
  }
}
