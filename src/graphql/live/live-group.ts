import type { ExecutionResult } from 'graphql';
import { BoundedQueue, QueueOverflowed } from '../../platform/events';

/** The answers to one subscription, as its subscriber takes them. */
export type LiveStream = BoundedQueue<ExecutionResult>;

/** Units: answers that may wait for one subscriber; more wait only for who takes none at all. */
const maxWaiting = 500;

/**
 * Everybody who subscribed to the same thing in the same way: each event is executed once for all
 * of them, and all are given the same answer.
 */
export class LiveGroup {
  private readonly members = new Set<LiveStream>();
  private isLeft = false;

  constructor(
    private readonly source: AsyncIterator<unknown>,
    private readonly execute: (event: unknown) => Promise<ExecutionResult>,
    /** Told once, when nobody is left or the source is at its end. */
    private readonly onEnd: () => void,
  ) {}

  get size(): number {
    return this.members.size;
  }

  /** Whether nobody can join any more, since the last one has left. */
  get isOver(): boolean {
    return this.isLeft;
  }

  /** One more subscriber, from now on; `onTooSlow` is told where it takes too little. */
  join(onTooSlow: () => void): LiveStream {
    const member: LiveStream = new BoundedQueue(maxWaiting, (failure) => {
      if (failure instanceof QueueOverflowed) onTooSlow();
      this.members.delete(member);
      if (this.members.size > 0) return;
      this.isLeft = true;
      // The source ends with its last reader, and the run below with the source.
      void this.source.return?.();
    });
    this.members.add(member);
    return member;
  }

  /** Hands out answers until the source ends. Errors: none; the members fail with the source. */
  async run(): Promise<void> {
    try {
      for (let next = await this.source.next(); next.done !== true;) {
        const answer = await this.execute(next.value);
        for (const member of [...this.members]) member.push(answer);
        next = await this.source.next();
      }
      this.end();
    } catch (error) {
      const failure = error instanceof Error ? error : new Error(String(error));
      for (const member of [...this.members]) member.fail(failure);
    } finally {
      this.isLeft = true;
      this.onEnd();
    }
  }

  /** Ends every member's stream after what waits for it. */
  end(): void {
    for (const member of [...this.members]) member.end();
  }
}
