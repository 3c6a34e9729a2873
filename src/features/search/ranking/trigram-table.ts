const slotCount = 2048;
const slotMask = slotCount - 1;
const empty = -1;

/** A mark for the beginning and end of a word that words apart by spaces have around them anyway. */
export const wordEdge = 0x20;

/**
 * Finds the trigrams of a query while a text is read letter by letter, without making a string of
 * each: a small hash table with open addressing.
 */
export class TrigramTable {
  private readonly firsts = new Uint16Array(slotCount);
  private readonly seconds = new Uint16Array(slotCount);
  private readonly thirds = new Uint16Array(slotCount);
  private readonly values = new Int16Array(slotCount).fill(empty);
  private size = 0;

  /** Adds the trigrams of a word, edges included, each with the value that `valueOf` gives it. */
  addWord(word: string, nextValue: () => number): void {
    for (let end = 1; end <= word.length; end += 1) {
      const [first, second, third] = [edged(word, end - 2), edged(word, end - 1), edged(word, end)];
      if (this.find(first, second, third) === empty) this.set(first, second, third, nextValue());
    }
  }

  /**
   * Looks a trigram up by its UTF-16 units.
   *
   * Shape: the value it was added with, or -1.
   * Cost: constant.
   */
  find(first: number, second: number, third: number): number {
    let slot = slotOf(first, second, third);
    for (;;) {
      const value = this.values[slot] ?? empty;
      if (value === empty) return empty;
      if (
        this.thirds[slot] === third &&
        this.seconds[slot] === second &&
        this.firsts[slot] === first
      ) {
        return value;
      }
      slot = (slot + 1) & slotMask;
    }
  }

  private set(first: number, second: number, third: number, value: number): void {
    // Half full at most, so that a look-up ends soon; a query that long has found enough by then.
    if (this.size >= slotCount / 2) return;
    let slot = slotOf(first, second, third);
    while (this.values[slot] !== empty) slot = (slot + 1) & slotMask;
    this.firsts[slot] = first;
    this.seconds[slot] = second;
    this.thirds[slot] = third;
    this.values[slot] = value;
    this.size += 1;
  }
}

function edged(word: string, index: number): number {
  return index < 0 || index >= word.length ? wordEdge : word.charCodeAt(index);
}

function slotOf(first: number, second: number, third: number): number {
  return (
    (Math.imul(first, 0x9e3b) ^ Math.imul(second, 0x85eb) ^ Math.imul(third, 0x27d5)) & slotMask
  );
}
