import DataLoader from 'dataloader';

/** How items are grouped and written. */
export interface WriteLanesOptions<Item, Result> {
  /** The lane of an item: items of one lane are written in order, one group after the other. */
  readonly laneOf: (item: Item) => string;
  /** Writes a group; the results stand in the places of their items. Errors: none. */
  readonly write: (group: readonly Item[]) => Promise<(Result | Error)[]>;
  readonly maxGroupSize: number;
  /** Groups of different lanes that are written at the same time. */
  readonly maxParallelGroups: number;
}

interface Lane<Item, Result> {
  readonly loader: DataLoader<Item, Result>;
  /** Items that are not settled yet; the lane goes with the last of them. */
  openCount: number;
  /** Resolves when nothing of the lane is being written. */
  idle: Promise<unknown>;
}

/**
 * Groups items that wait together, lane by lane.
 *
 * While one group of a lane is written the next one gathers: the more there is to do, the less each
 * item costs. A lane that is held up, such as by a lock, does not hold up the others.
 */
export class WriteLanes<Item, Result> {
  private readonly lanes = new Map<string, Lane<Item, Result>>();
  private readonly waiting: (() => void)[] = [];
  private runningCount = 0;

  constructor(private readonly options: WriteLanesOptions<Item, Result>) {}

  /** Writes an item in its lane's next group. Errors: the item's own. */
  async add(item: Item): Promise<Result> {
    const key = this.options.laneOf(item);
    const lane = this.lanes.get(key) ?? this.open(key);
    lane.openCount += 1;
    try {
      return await lane.loader.load(item);
    } finally {
      lane.openCount -= 1;
      if (lane.openCount === 0) this.lanes.delete(key);
    }
  }

  private open(key: string): Lane<Item, Result> {
    const lane: Lane<Item, Result> = {
      loader: new DataLoader<Item, Result>(
        (group) => {
          const written = this.options.write(group).finally(() => {
            this.releaseSlot();
          });
          lane.idle = written;
          return written;
        },
        {
          cache: false,
          maxBatchSize: this.options.maxGroupSize,
          // A turn of the event loop, so that items which arrived together are written together.
          batchScheduleFn: (dispatch) =>
            void lane.idle.then(() => this.takeSlot()).then(() => setImmediate(dispatch)),
        },
      ),
      openCount: 0,
      idle: Promise.resolve(),
    };
    this.lanes.set(key, lane);
    return lane;
  }

  private takeSlot(): Promise<void> {
    if (this.runningCount < this.options.maxParallelGroups) {
      this.runningCount += 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      this.waiting.push(resolve);
    });
  }

  /** Hands the slot to the group that waits longest. */
  private releaseSlot(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.runningCount -= 1;
    else next();
  }
}
