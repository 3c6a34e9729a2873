/** What clients got that asked for renditions. */
export interface RenditionLoad {
  readonly madeCount: number;
  /** Answers that were neither a picture nor a redirect to one, nor a refusal for a moment. */
  readonly faultCount: number;
  readonly seconds: number;
}

/** Clients that ask for one new rendition after the other until they are stopped. */
export class RenditionClients {
  private readonly startedAt = performance.now();
  private readonly running: Promise<void>[];
  private isStopped = false;
  private isExhausted = false;
  private madeCount = 0;
  private faultCount = 0;

  /** Shape: `addresses` are taken from its end, so that clients that come later ask for others. */
  constructor(
    private readonly addresses: string[],
    clientCount: number,
  ) {
    this.running = Array.from({ length: clientCount }, () => this.askOn());
  }

  /** Waits for what was asked for. Errors: an Error where there was nothing left to ask for. */
  async stop(): Promise<RenditionLoad> {
    this.isStopped = true;
    await Promise.all(this.running);
    if (this.isExhausted)
      throw new Error('Every rendition was made before the clients were stopped');
    const { madeCount, faultCount } = this;
    return { madeCount, faultCount, seconds: (performance.now() - this.startedAt) / 1_000 };
  }

  private async askOn(): Promise<void> {
    while (!this.isStopped) {
      const address = this.addresses.pop();
      this.isExhausted ||= address === undefined;
      if (address === undefined) return;
      const answer = await fetch(address, { redirect: 'manual' });
      await answer.arrayBuffer();
      if (answer.status === 200) this.madeCount += 1;
      // An AVIF that takes long is a WebP meanwhile.
      else if (answer.status !== 302) this.faultCount += 1;
    }
  }
}
