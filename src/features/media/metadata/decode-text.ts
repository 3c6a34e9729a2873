import { isUtf8 } from 'node:buffer';

/** The single-byte encodings of Arabic and of western European Windows. */
type LegacyEncoding = 'windows-1256' | 'windows-1252';

const decoders = {
  'windows-1256': new TextDecoder('windows-1256'),
  'windows-1252': new TextDecoder('windows-1252'),
} as const;

const word = /\p{L}[\p{L}\p{M}\u0640]*/gu;
const arabicWord = /^[\p{Script=Arabic}\p{M}\u0640]{2,}$/u;
const arabicLetters = /^[\p{Script=Arabic}\p{M}\u0640]+$/u;
const latinLetter = /\p{Script=Latin}/u;
const mixedWord = /\p{Script=Arabic}.*\p{Script=Latin}|\p{Script=Latin}.*\p{Script=Arabic}/u;

/**
 * Decodes the texts of one file, which may be in UTF-8 or in an encoding that nothing states.
 *
 * Shape: a text that is valid UTF-8 is that. All others are Windows-1256 where, read so, more words
 * are Arabic from end to end than mix both scripts as 'Märkte' then does, and Windows-1252 otherwise.
 */
export function decodeTexts(texts: readonly Uint8Array[]): readonly string[] {
  const encoding = guessEncoding(texts.filter((text) => !isUtf8(text)));
  return texts.map((text) =>
    isUtf8(text) ? viewOf(text).toString('utf8') : decoders[encoding].decode(text),
  );
}

function guessEncoding(texts: readonly Uint8Array[]): LegacyEncoding {
  const words = texts.flatMap((text) => decoders['windows-1256'].decode(text).match(word) ?? []);
  // 'أ ف ب' is Arabic, but a letter by itself among Latin words is a sign or an accent.
  const hasLatin = words.some((one) => latinLetter.test(one));
  const arabicCount = words.filter((one) =>
    (hasLatin ? arabicWord : arabicLetters).test(one),
  ).length;
  const mixedCount = words.filter((one) => mixedWord.test(one)).length;
  return arabicCount > mixedCount ? 'windows-1256' : 'windows-1252';
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
