/** Lets a writer wait until what it handed over before is on its way. */
export class Pace {
  private pending = 0;
  private release: (() => void) | null = null;

  /** Something was handed over. */
  begin(): void {
    this.pending += 1;
  }

  /** Something is on its way. */
  end(): void {
    this.pending = Math.max(0, this.pending - 1);
    if (this.pending === 0) this.stop();
  }

  /** Nobody needs to wait any more. */
  stop(): void {
    this.pending = 0;
    this.release?.();
    this.release = null;
  }

  /** Resolves when nothing is pending. One waiter at a time. */
  async idle(): Promise<void> {
    if (this.pending === 0) return;
    await new Promise<void>((resolve) => {
      this.release = resolve;
    });
  }
}
