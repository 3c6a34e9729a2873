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

/**
 * Read-only connections, each with one statement at a time; what finds all of them busy waits in
 * line for the first that is free.
 *
 * They see only what is committed (the file is in WAL mode), and every statement that begins after
 * a commit sees that commit, so they serve as the primary door too.
 */
export class SqliteReaders implements ReadDoor {
  private readonly idle: SqliteConnection[];
  private readonly line: (readonly Waiting[])[] = [];
  private readonly sets = new UsualSets<Waiting>();

  constructor(private readonly connections: readonly SqliteConnection[]) {
    this.idle = [...connections];
  }

  select(selection: Selection, parameters: readonly Parameter[] = []): Promise<readonly Row[]> {
    return new Promise((resolve, reject) => {
      this.send([{ selection, parameters, resolve, reject }]);
    });
  }

  openForRequest(): Reads {
    return new RequestReads((parcels) => {
      for (const group of this.sets.group(parcels)) this.send(group);
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.connections.map((connection) => connection.close()));
  }

  /** Reads all of a group by one statement, and so from one state of the database. */
  private send(group: readonly Waiting[]): void {
    const connection = this.idle.pop();
    if (connection === undefined) this.line.push(group);
    else void this.serve(connection, group);
  }

  private async serve(connection: SqliteConnection, first: readonly Waiting[]): Promise<void> {
    let group: readonly Waiting[] | undefined = first;
    while (group !== undefined) {
      await answer(connection, group);
      group = this.line.shift();
    }
    this.idle.push(connection);
  }
}

async function answer(connection: SqliteConnection, group: readonly Waiting[]): Promise<void> {
  try {
    const answers = await connection.selectTogether(group);
    group.forEach(({ resolve }, index) => {
      resolve(answers[index] ?? []);
    });
  } catch (error) {
    for (const { reject } of group) reject(error);
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
