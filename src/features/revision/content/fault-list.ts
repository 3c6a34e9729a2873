import { maxFaults } from './article-bounds';
import type { ArticleFault } from './article-faults';
import type { FaultSink } from './check-text';

/** Faults in the order in which they are found, the first hundred of them. */
export class FaultList implements FaultSink {
  private readonly faults: ArticleFault[] = [];

  add(fault: ArticleFault): void {
    if (this.faults.length < maxFaults) this.faults.push(fault);
  }

  has(kind: ArticleFault['kind']): boolean {
    return this.faults.some((fault) => fault.kind === kind);
  }

  list(): readonly ArticleFault[] {
    return this.faults;
  }
}
