/** A folded text with the way back from each of its UTF-16 units to the text that it was made of. */
export interface FoldedText {
  readonly folded: string;
  /** For each unit of `folded`, where its letter starts in the original. */
  readonly starts: Int32Array;
  /** For each unit of `folded`, where its letter ends in the original, its marks included. */
  readonly ends: Int32Array;
}

/** Collects folded units with their ranges, in arrays that grow when a ligature needs more room. */
export class MappedText {
  private units: Uint16Array;
  private starts: Int32Array;
  private ends: Int32Array;
  private length = 0;

  constructor(expectedLength: number) {
    this.units = new Uint16Array(expectedLength);
    this.starts = new Int32Array(expectedLength);
    this.ends = new Int32Array(expectedLength);
  }

  /** Adds one unit that stands for `[start, end)` of the original. */
  addUnit(unit: number, start: number, end: number): void {
    if (this.length === this.units.length) this.grow();
    this.units[this.length] = unit;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length += 1;
  }

  /** Adds all units of a part that stands as a whole for `[start, end)` of the original. */
  addPart(part: string, start: number, end: number): void {
    for (let index = 0; index < part.length; index += 1) {
      this.addUnit(part.charCodeAt(index), start, end);
    }
  }

  /** Lets the letter added last take in what was left out up to `end`. */
  extendTo(end: number): void {
    const start = this.starts[this.length - 1];
    for (let index = this.length - 1; index >= 0 && this.starts[index] === start; index -= 1) {
      this.ends[index] = end;
    }
  }

  /** Returns what was collected. */
  finish(): FoldedText {
    return {
      // `utf16le` keeps a lone surrogate as it is, where a TextDecoder would replace it.
      folded: Buffer.from(this.units.buffer, 0, this.length * 2).toString('utf16le'),
      starts: this.starts.slice(0, this.length),
      ends: this.ends.slice(0, this.length),
    };
  }

  private grow(): void {
    const length = this.length * 2 + 8;
    this.units = grown(this.units, new Uint16Array(length));
    this.starts = grown(this.starts, new Int32Array(length));
    this.ends = grown(this.ends, new Int32Array(length));
  }
}

function grown<T extends Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
