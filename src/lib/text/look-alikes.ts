import unhomoglyph from 'unhomoglyph';
import { arabicLookalikes } from './arabic-letters';
import { foldText } from './fold';
import { MappedText, type FoldedText } from './fold-mapped-text';

const letterPattern = /\p{L}/u;
const letterOrDigit = /[\p{L}\p{N}]/u;
const arabic = /\p{sc=Arab}/u;
const asciiPattern = /^\p{ASCII}$/u;
const asciiLetters = /^[a-z]+$/iu;

/** The first of twenty-six symbols that show the letters from A to Z. */
const symbolRows = [0x1f150, 0x1f170, 0x1f1e6];
const lettersInRow = 26;

const smallCapitals = new Map([
  ...zip('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnoprstuvwyz'),
  ...zip('ǫғ', 'qf'),
]);

/** Small letters that the table knows by their capitals alone, and digits and signs for letters. */
const drawnAlike = new Map([
  ...zip('вгкмнтυνημρτβκι', 'brkmhtuvnuptbki'),
  ...zip('013457@$|', 'oleastasl'),
]);

/** A reader sees one stroke. */
const uprightStroke = /[i1|]/gu;

/** Few characters are ever met; what is beyond is reckoned again. */
const maxRemembered = 4_096;
const remembered = new Map<string, string>();

/** Whether a character is a symbol, a small capital or a foreign digit that shows a Latin letter. */
export function isLookAlikeSymbol(character: string): boolean {
  if (smallCapitals.has(character) || letterOfSymbol(character) !== null) return true;
  return (
    !asciiPattern.test(character) && !letterPattern.test(character) && findLatin(character) !== null
  );
}

/** Writes each symbol and small capital that shows a Latin letter as this letter. */
export function replaceLookAlikeSymbols(text: string): string {
  return Array.from(
    text,
    (character) => letterOfSymbol(character) ?? smallCapitals.get(character) ?? character,
  ).join('');
}

/**
 * What a character looks like, as a plain letter: a for Cyrillic а, b for 🅱, ب for پ, l for i.
 *
 * Shape: `character` is one code point that is folded already, `written` the one that it was folded
 * from: Greek Ν is an N, ν is a v. Any that looks like no other stays.
 * Source: UTS #39 with its `confusables.txt`, as the package unhomoglyph ships it.
 */
export function lookAlikeOf(character: string, written = character): string {
  const key = character === written ? character : `${written}${character}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const found = findLookAlike(character, written);
  if (remembered.size < maxRemembered) remembered.set(key, found);
  return found;
}

/** Writes each character of a folded text as the one that it looks like, with the way back. */
export function foldLookAlikes(text: string, { folded, starts, ends }: FoldedText): FoldedText {
  const parts = new MappedText(folded.length);
  for (let index = 0; index < folded.length;) {
    const character = String.fromCodePoint(folded.codePointAt(index) ?? 0);
    const last = index + character.length - 1;
    const start = starts[index] ?? 0;
    // A ligature folds to several characters, of which none looks like the whole.
    const isAlone = starts[index - 1] !== start && starts[last + 1] !== start;
    const written = isAlone ? String.fromCodePoint(text.codePointAt(start) ?? 0) : character;
    parts.addPart(lookAlikeOf(character, written), start, ends[last] ?? 0);
    index = last + 1;
  }
  return parts.finish();
}

function findLookAlike(character: string, written: string): string {
  const seen = asciiPattern.test(written) ? null : findLatin(written);
  const letter =
    seen ?? letterOfSymbol(character) ?? smallCapitals.get(character) ?? drawnAlike.get(character);
  // The table writes an m as rn, so whatever looks like an m has to be written so, too.
  if (letter !== undefined) return foldSkeleton(letter);
  if (!letterOrDigit.test(character)) return character;
  if (arabic.test(character)) return arabicLookalikes.get(character) ?? character;
  return foldSkeleton(character);
}

/** The Latin letters that a character shows by the table; null for none, and for Arabic letters. */
function findLatin(written: string): string | null {
  if (arabic.test(written) && letterPattern.test(written)) return null;
  const shown = unhomoglyph(written);
  return asciiLetters.test(shown) ? shown : null;
}

function foldSkeleton(text: string): string {
  return foldText(unhomoglyph(foldText(text))).replace(uprightStroke, 'l');
}

function letterOfSymbol(character: string): string | null {
  const codePoint = character.codePointAt(0) ?? 0;
  const row = symbolRows.find((first) => codePoint >= first && codePoint < first + lettersInRow);
  return row === undefined ? null : String.fromCharCode(0x61 + codePoint - row);
}

function zip(from: string, to: string): [string, string][] {
  const targets = Array.from(to);
  return Array.from(from, (character, index) => [character, targets[index] ?? character]);
}
