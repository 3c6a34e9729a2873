/** Units: bytes that may wait for one connection; a single answer may be larger. */
export const maxConnectionWaitingBytes = 1024 * 1024;
/** Units: bytes that may wait for all connections together. */
export const maxWaitingBytes = 64 * 1024 * 1024;
/** Units: bytes of what keeps an answer in a queue. */
const overheadBytes = 64;

/** One answer, written once for all subscribers of its group. */
export class LiveAnswer {
  readonly bytes: number;
  /** In how many queues it waits. */
  queueCount = 0;

  /** Shape: JSON. */
  constructor(readonly text: string) {
    this.bytes = Buffer.byteLength(text) + overheadBytes;
  }
}

/**
 * The bytes of answers that clients have not read yet, of one connection.
 *
 * A connection that would hold more than its bound is cut off and told so; its client connects
 * again. Whatever was dropped is a gap either way, and an end is one that the client notices.
 */
export class LiveConnection {
  private readonly stops = new Set<() => void>();
  private bytes = 0;
  private isCutOff = false;

  constructor(
    private readonly all: WaitingAnswers,
    /** The network that its subscriptions count for. */
    readonly network: string,
    private readonly onTooSlow: () => void,
  ) {}

  /** Units: bytes that wait or are being sent. */
  get waitingBytes(): number {
    return this.bytes;
  }

  /** Calls `stop` when the connection is cut off, until what is returned is called. */
  onCutOff(stop: () => void): () => void {
    this.stops.add(stop);
    return () => this.stops.delete(stop);
  }

  /** Counts an answer that is to wait; false where it is too much, and the connection is cut off. */
  add(answer: LiveAnswer): boolean {
    if (this.isCutOff) return false;
    if (this.bytes > 0 && this.bytes + answer.bytes > maxConnectionWaitingBytes) {
      this.cutOff();
      return false;
    }
    this.bytes += answer.bytes;
    this.all.add(answer, this);
    if (!this.hasEnded()) return true;
    this.drop(answer);
    return false;
  }

  /** Counts an answer as dropped. */
  drop(answer: LiveAnswer): void {
    this.bytes -= answer.bytes;
    this.all.remove(answer, this);
  }

  /** Sends an answer that waited, and counts its copy until the operating system has it. */
  async send(answer: LiveAnswer, write: (text: string) => Promise<void>): Promise<void> {
    this.all.beginSending(answer);
    try {
      await write(answer.text);
    } finally {
      this.bytes -= answer.bytes;
      this.all.endSending(answer, this);
    }
  }

  /** Ends all that the connection carries. */
  cutOff(): void {
    if (this.isCutOff) return;
    this.isCutOff = true;
    for (const stop of [...this.stops]) stop();
    this.onTooSlow();
  }

  /** A call, since the total's bound may have cut it off while the answer was added. */
  private hasEnded(): boolean {
    return this.isCutOff;
  }
}

/**
 * The bytes that wait in the whole process. An answer that waits in many queues is counted once,
 * each copy that is being sent by itself. Over the bound the connection with most is cut off.
 */
export class WaitingAnswers {
  private readonly holding = new Set<LiveConnection>();
  private bytes = 0;

  constructor(private readonly maxBytes = maxWaitingBytes) {}

  /** Units: bytes. */
  get waitingBytes(): number {
    return this.bytes;
  }

  add(answer: LiveAnswer, connection: LiveConnection): void {
    answer.queueCount += 1;
    if (answer.queueCount === 1) this.bytes += answer.bytes;
    this.holding.add(connection);
    if (this.bytes > this.maxBytes) this.findSlowest()?.cutOff();
  }

  remove(answer: LiveAnswer, connection: LiveConnection): void {
    answer.queueCount -= 1;
    if (answer.queueCount === 0) this.bytes -= answer.bytes;
    this.forget(connection);
  }

  beginSending(answer: LiveAnswer): void {
    answer.queueCount -= 1;
    if (answer.queueCount > 0) this.bytes += answer.bytes;
  }

  endSending(answer: LiveAnswer, connection: LiveConnection): void {
    this.bytes -= answer.bytes;
    this.forget(connection);
  }

  private forget(connection: LiveConnection): void {
    if (connection.waitingBytes === 0) this.holding.delete(connection);
  }

  private findSlowest(): LiveConnection | null {
    let slowest: LiveConnection | null = null;
    for (const connection of this.holding) {
      if (slowest === null || connection.waitingBytes > slowest.waitingBytes) slowest = connection;
    }
    return slowest;
  }
}
