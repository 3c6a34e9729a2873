import unhomoglyph from 'unhomoglyph';
import { arabicLookalikes } from './arabic-letters';
import { foldText } from './fold';
import { MappedText, type FoldedText } from './fold-mapped-text';

const letterOrDigit = /[\p{L}\p{N}]/u;
const arabic = /\p{sc=Arab}/u;

/** The first of twenty-six symbols that show the letters from A to Z. */
const symbolRows = [0x1f150, 0x1f170, 0x1f1e6];
const lettersInRow = 26;

const smallCapitals = new Map([
  ...zip('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnoprstuvwyz'),
  ...zip('ǫғ', 'qf'),
]);

/** Small letters whose capitals look like Latin ones, and digits and signs that stand for letters. */
const drawnAlike = new Map([
  ...zip('вгкмнтυνημρτβκι', 'brkmhtuvnuptbki'),
  ...zip('013457@$|', 'oleastasl'),
]);

/** A reader sees one stroke. */
const uprightStroke = /[i1|]/gu;

/** Few characters are ever met; what is beyond is reckoned again. */
const maxRemembered = 4_096;
const remembered = new Map<string, string>();

/** Whether a character is a symbol or a small capital that shows a Latin letter. */
export function isLookAlikeSymbol(character: string): boolean {
  return smallCapitals.has(character) || letterOfSymbol(character) !== null;
}

/**
 * What a character looks like, as a plain letter: a for Cyrillic а, b for 🅱, ب for پ, l for i.
 *
 * Shape: one code point that is folded already; any that looks like no other stays.
 * Source: UTS #39 with its `confusables.txt`, as the package unhomoglyph ships it.
 */
export function lookAlikeOf(character: string): string {
  const known = remembered.get(character);
  if (known !== undefined) return known;
  const found = findLookAlike(character);
  if (remembered.size < maxRemembered) remembered.set(character, found);
  return found;
}

/** Writes each character of a folded text as the one that it looks like, with the way back. */
export function foldLookAlikes({ folded, starts, ends }: FoldedText): FoldedText {
  const parts = new MappedText(folded.length);
  for (let index = 0; index < folded.length;) {
    const character = String.fromCodePoint(folded.codePointAt(index) ?? 0);
    const last = index + character.length - 1;
    parts.addPart(lookAlikeOf(character), starts[index] ?? 0, ends[last] ?? 0);
    index = last + 1;
  }
  return parts.finish();
}

function findLookAlike(character: string): string {
  const letter =
    letterOfSymbol(character) ?? smallCapitals.get(character) ?? drawnAlike.get(character);
  if (letter !== undefined) return letter.replace(uprightStroke, 'l');
  if (!letterOrDigit.test(character)) return character;
  if (arabic.test(character)) return arabicLookalikes.get(character) ?? character;
  return foldText(unhomoglyph(character)).replace(uprightStroke, 'l');
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
