import type { CancellationSignal } from '../cancellation';
import type { Database, Transaction } from './database';

/** How items are written together. */
export interface GroupedWritesOptions<Item, Result> {
  /** Items of one lane would wait for the same rows, so their groups are written one by one. */
  readonly laneOf: (item: Item) => string;
  /**
   * Writes items in one transaction.
   * Shape: a result for each item, in their order. Where it fails for several items, it is called
   * again for each of them alone.
   */
  readonly write: (transaction: Transaction, items: readonly Item[]) => Promise<readonly Result[]>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly signal: CancellationSignal;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

/** More would make the first of a group wait longer for its answer than the shared work saves. */
const maxGroupSize = 64;
/** Fewer than the connections of a default pool, so that readers find one. */
const maxParallelGroups = 6;

/**
 * Writes items that wait together in one transaction.
 *
 * A group takes in items until its transaction begins. So items wait in the database's own queue and
 * in no other, and the longer that is, the less each item costs.
 */
export class GroupedWrites<Item, Result> {
  /** The group of each lane that still takes in items. */
  private readonly gathering = new Map<string, Waiting<Item, Result>[]>();
  private readonly turns: Turns;

  constructor(
    private readonly database: Database,
    private readonly options: GroupedWritesOptions<Item, Result>,
  ) {
    // SQLite has one writer, which gives each transaction its turn.
    this.turns = database.dialect.name === 'sqlite' ? oneWriter : new LaneTurns(maxParallelGroups);
  }

  /**
   * Writes an item; resolves once it is durable.
   * Errors: the item's own; the signal's reason where it was aborted before the transaction began.
   */
  add(item: Item, signal: CancellationSignal): Promise<Result> {
    return new Promise((resolve, reject) => {
      const waiting = { item, signal, resolve, reject };
      const lane = this.turns.laneOf(this.options.laneOf(item));
      const group = this.gathering.get(lane);
      if (group === undefined || group.length >= maxGroupSize) void this.open(lane, [waiting]);
      else group.push(waiting);
    });
  }

  private async open(lane: string, group: Waiting<Item, Result>[]): Promise<void> {
    this.gathering.set(lane, group);
    await this.turns.take(lane);
    await this.write(group, () => {
      if (this.gathering.get(lane) === group) this.gathering.delete(lane);
    });
    this.turns.release(lane);
  }

  /** Never fails: each item's promise tells its own failure. */
  private async write(group: readonly Waiting<Item, Result>[], close: () => void): Promise<void> {
    let wanted = group;
    const work = { canBeTriedAgain: false };
    try {
      const results = await this.database.transaction(async (transaction) => {
        close();
        wanted = rejectAborted(group);
        work.canBeTriedAgain = wanted.length > 1;
        const items = wanted.map(({ item }) => item);
        const written = items.length === 0 ? [] : await this.options.write(transaction, items);
        // What fails at the commit may have been written all the same.
        work.canBeTriedAgain = false;
        return written;
      });
      wanted.forEach(({ resolve }, index) => {
        resolve(results[index] as Result);
      });
    } catch (error) {
      close();
      // The fault of one item must not be another's.
      if (work.canBeTriedAgain)
        await Promise.all(wanted.map((waiting) => this.writeAlone(waiting)));
      else for (const { reject } of wanted) reject(error);
    }
  }

  private async writeAlone({
    item,
    signal,
    resolve,
    reject,
  }: Waiting<Item, Result>): Promise<void> {
    const write = async (transaction: Transaction) => {
      const [result] = await this.options.write(transaction, [item]);
      return result as Result;
    };
    await this.database.transaction(write, { signal }).then(resolve, reject);
  }
}

/** Rejects the items that nobody waits for any more; the others. */
function rejectAborted<Item, Result>(group: readonly Waiting<Item, Result>[]) {
  return group.filter(({ signal, reject }) => {
    if (signal.aborted) reject(signal.reason);
    return !signal.aborted;
  });
}

/** When the groups of a lane are written. */
interface Turns {
  /** The lane that stands for another one. */
  laneOf(lane: string): string;
  /** Resolves when the lane's next group may be written. */
  take(lane: string): Promise<void>;
  release(lane: string): void;
}

const oneWriter: Turns = {
  laneOf: () => '',
  take: () => Promise.resolve(),
  release: () => undefined,
};

/** One group of each lane at a time, and a few lanes side by side; the group that waits longest first. */
class LaneTurns implements Turns {
  private readonly busy = new Set<string>();
  private readonly waiting: { readonly lane: string; readonly start: () => void }[] = [];

  constructor(private readonly maxBusy: number) {}

  laneOf(lane: string): string {
    return lane;
  }

  take(lane: string): Promise<void> {
    return new Promise((start) => {
      this.waiting.push({ lane, start });
      this.startNext();
    });
  }

  release(lane: string): void {
    this.busy.delete(lane);
    this.startNext();
  }

  private startNext(): void {
    if (this.busy.size >= this.maxBusy) return;
    const index = this.waiting.findIndex(({ lane }) => !this.busy.has(lane));
    const [next] = index < 0 ? [] : this.waiting.splice(index, 1);
    if (next === undefined) return;
    this.busy.add(next.lane);
    next.start();
  }
}
