import { randomFillSync } from 'node:crypto';
import { TypeID } from 'typeid-js';
import { V7Generator } from 'uuidv7';

/** Makes globally unique ids that say their type and sort by the time of their making. */
export interface IdMaker {
  /**
   * A new TypeID such as `comment_01hzy…`.
   * Shape: `prefix` in lower-case ASCII letters; `at` the instant that the id is to carry.
   * Source: TypeID specification 0.3; UUIDv7 of RFC 9562, section 5.7.
   */
  make(prefix: string, at: Date): string;
}

/** A source of random 32-bit words, as UUIDv7 wants it. */
export interface RandomSource {
  nextUint32(): number;
}

/**
 * Random words of the platform's cryptographic generator.
 * Cost: one call to the generator for 64 words, since a call costs far more than its bytes.
 */
export function createCryptoRandom(): RandomSource {
  const words = new Uint32Array(64);
  let next = words.length;
  return {
    nextUint32: () => {
      if (next === words.length) {
        randomFillSync(words);
        next = 0;
      }
      return words[next++] ?? 0;
    },
  };
}

/** Ids made at the same millisecond keep the order of their making. */
export function createIdMaker(random: RandomSource = createCryptoRandom()): IdMaker {
  const generator = new V7Generator(random);
  return {
    make: (prefix, at) => {
      const { bytes } = generator.generateOrResetWithTs(at.getTime());
      return TypeID.fromUUIDBytes(prefix, bytes).toString();
    },
  };
}

/**
 * What stands before every id that was made at an instant or later, in the order of ids.
 * Source: RFC 9562, section 5.7: the first 48 bits are the milliseconds.
 */
export function lowestIdAt(prefix: string, at: Date): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(Math.max(0, at.getTime()), 0, 6);
  return TypeID.fromUUIDBytes(prefix, bytes).toString();
}

/**
 * The type's name that an id carries.
 * Shape: null where the text is no well-formed TypeID.
 */
export function readIdPrefix(id: string): string | null {
  try {
    return TypeID.fromString(id).getType();
  } catch {
    return null;
  }
}
