/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A 32-bit word; also what uuidv7 asks of a source. */
  nextUint32(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** One of the values. Errors: an Error where there is none. */
  pick<Value>(values: readonly Value[]): Value;
  /** The values in another order; the given array stays as it is. */
  shuffle<Value>(values: readonly Value[]): Value[];
}

/** Source: Marsaglia, 'Xorshift RNGs', Journal of Statistical Software 8(14), 2003: shifts 13, 17, 5. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0 || 1;
  const nextUint32 = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>>= 0);
  };
  const between = (low: number, high: number) => low + (nextUint32() % (high - low + 1));
  return {
    nextUint32,
    between,
    pick: (values) => {
      const value = values[nextUint32() % values.length];
      if (value === undefined) throw new Error('There is nothing to pick from');
      return value;
    },
    shuffle: (values) => {
      const keyed = values.map((value) => ({ value, key: nextUint32() }));
      return keyed.sort((one, other) => one.key - other.key).map(({ value }) => value);
    },
  };
}

/**
 * Ranks from 0 drawn by Zipf's law: rank k as often as 1 / (k + 1).
 * Cost: one binary search a draw.
 */
export function createZipf(count: number, random: Random): () => number {
  const cumulated = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank += 1) cumulated[rank] = sum += 1 / (rank + 1);
  return () => {
    const wanted = (random.nextUint32() / 2 ** 32) * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulated[middle] ?? sum) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
