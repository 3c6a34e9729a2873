/** Somebody did not take what was sent as fast as it came, and was cut off. */
export class QueueOverflowed extends Error {
  override readonly name = 'QueueOverflowed';
}

type Next<Item> = IteratorResult<Item, undefined>;

interface Waiter<Item> {
  readonly resolve: (result: Next<Item>) => void;
  readonly reject: (reason: Error) => void;
}

/** What may wait in a queue. */
export interface QueueBounds {
  readonly maxItems: number;
  readonly maxBytes: number;
}

const done: Next<never> = { done: true, value: undefined };

/**
 * A stream of what is pushed into it, in order, that holds no more than a bound.
 *
 * If the reader is too slow and an item does not fit, the queue drops all waiting items and the
 * reader's iteration fails: a gap in the middle would be worse than an end.
 */
export class BoundedQueue<Item> implements AsyncGenerator<Item, undefined, undefined> {
  private readonly items: { readonly item: Item; readonly bytes: number }[] = [];
  private waitingBytes = 0;
  private waiter: Waiter<Item> | null = null;
  private failure: Error | null = null;
  private isEnded = false;

  /** Shape: `onClose` is called once, when nothing is pushed any more; with what it failed for. */
  constructor(
    private readonly bounds: QueueBounds,
    private readonly onClose: (failure: Error | null) => void,
  ) {}

  /** Units: `bytes` that the item takes while it waits. */
  push(item: Item, bytes: number): void {
    if (this.isEnded) return;
    const { maxItems, maxBytes } = this.bounds;
    if (this.waiter !== null) {
      this.takeWaiter()?.resolve({ done: false, value: item });
    } else if (this.items.length >= maxItems) {
      this.fail(new QueueOverflowed(`More than ${maxItems} messages waited to be taken`));
    } else if (this.waitingBytes + bytes > maxBytes) {
      this.fail(new QueueOverflowed(`Messages of more than ${maxBytes} bytes waited to be taken`));
    } else {
      this.items.push({ item, bytes });
      this.waitingBytes += bytes;
    }
  }

  /** Ends the stream after what waits. */
  end(): void {
    if (this.isEnded) return;
    this.close(null);
    this.takeWaiter()?.resolve(done);
  }

  /** Ends the stream now: what waits is dropped and the reader fails. */
  fail(failure: Error): void {
    if (this.isEnded) return;
    this.items.length = 0;
    const waiter = this.takeWaiter();
    if (waiter === null) this.failure = failure;
    this.close(failure);
    waiter?.reject(failure);
  }

  next(): Promise<Next<Item>> {
    const first = this.items.shift();
    if (first !== undefined) {
      this.waitingBytes -= first.bytes;
      return Promise.resolve({ done: false, value: first.item });
    }
    const { failure } = this;
    this.failure = null;
    if (failure !== null) return Promise.reject(failure);
    if (this.isEnded) return Promise.resolve(done);
    return new Promise((resolve, reject) => {
      this.waiter = { resolve, reject };
    });
  }

  /** The reader goes away. */
  return(): Promise<Next<Item>> {
    this.items.length = 0;
    this.end();
    return Promise.resolve(done);
  }

  throw(reason: Error): Promise<Next<Item>> {
    void this.return();
    return Promise.reject(reason);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  private close(failure: Error | null): void {
    this.isEnded = true;
    this.onClose(failure);
  }

  private takeWaiter(): Waiter<Item> | null {
    const { waiter } = this;
    this.waiter = null;
    return waiter;
  }
}
