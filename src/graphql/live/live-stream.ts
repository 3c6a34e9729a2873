import type { GraphQLError } from 'graphql';
import type { LiveAnswer, LiveConnection } from './waiting-answers';

/** The answers to one subscription, in order, until it ends or its client goes. */
export class LiveStream {
  private waiting: LiveAnswer[] = [];
  private wake: (() => void) | null = null;
  private failure: GraphQLError | null = null;
  private isEnded = false;
  private readonly forget: () => void;

  constructor(
    private readonly connection: LiveConnection,
    /** Takes the points of one execution, or its share. Errors: a PublicError. */
    readonly consume: (points: number) => void,
    private readonly onEnd: (stream: LiveStream) => void,
  ) {
    this.forget = connection.onCutOff(() => {
      this.stop();
    });
  }

  push(answer: LiveAnswer): void {
    if (this.isEnded || !this.connection.add(answer)) return;
    this.waiting.push(answer);
    this.wake?.();
  }

  /** Ends it after what waits; with an error where it did not end by itself. */
  end(failure: GraphQLError | null = null): void {
    if (this.isEnded) return;
    this.isEnded = true;
    this.failure = failure;
    this.forget();
    this.onEnd(this);
    this.wake?.();
  }

  /** Ends it now and drops what waits: the client goes. */
  stop(): void {
    for (const answer of this.waiting) this.connection.drop(answer);
    this.waiting = [];
    this.end();
  }

  /**
   * Sends the answers, one after the other, until the end; `send` resolves once one is on its way.
   * Errors: what `send` fails with, and the error that the subscription ended with.
   */
  async deliver(send: (text: string) => Promise<void>): Promise<void> {
    try {
      for (;;) {
        const answer = this.waiting.shift();
        if (answer !== undefined) await this.connection.send(answer, send);
        else if (this.isEnded) break;
        else await this.sleep();
      }
    } finally {
      this.stop();
    }
    if (this.failure !== null) throw this.failure;
  }

  private async sleep(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    this.wake = null;
  }
}
