/** Latencies of one load, kept whole so that a quantile is exact. Units: milliseconds. */
export class Latencies {
  private kept = new Float64Array(65_536);
  private used = 0;

  /** How many were added. */
  get count(): number {
    return this.used;
  }

  /** Adds one. */
  add(milliseconds: number): void {
    if (this.used === this.kept.length) {
      const larger = new Float64Array(this.kept.length * 2);
      larger.set(this.kept);
      this.kept = larger;
    }
    this.kept[this.used] = milliseconds;
    this.used += 1;
  }

  /** The value below which the share lies, from 0 to 1; 0 where there is none. Cost: a sort. */
  quantile(share: number): number {
    const sorted = this.kept.slice(0, this.used).sort();
    return sorted[Math.min(this.used - 1, Math.floor(this.used * share))] ?? 0;
  }
}
