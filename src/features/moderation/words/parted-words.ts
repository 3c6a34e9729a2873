import { type FoldedText, originalRange } from '../../../lib/text';
import type { Token } from './tokens';

/** Parts of a text that make one word when they are joined. Units: as {@link Token}. */
export interface PartedWord {
  readonly joined: string;
  readonly start: number;
  readonly end: number;
}

/** Single letters with something between each two of them: 'k.e.y', 'k e y', one on each line. */
const spelledApart =
  /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}][^\p{L}\p{N}]{1,12}){2,}[\p{L}\p{N}](?![\p{L}\p{N}])/gu;
const betweenLetters = /[^\p{L}\p{N}]+/gu;

/** What parts letters within a word: apostrophes, hyphens, slashes, symbols, a space that does not break. */
const tight = /^(?:[^\p{L}\p{N}\s]{1,12}|[\u00A0\u2007\u202F])$/u;
const loose = /^[ \n]$/u;
const unspacedScripts = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]+$/u;

const maxParts = 6;
const minTightLength = 3;
/** Two words with a space between them are mostly two words. */
const minLooseLength = 5;
const minPartLength = 2;

/** Words that stand before another by chance: 'من حرف' is no 'منحرف'. */
const frequent: ReadonlySet<string> = new Set([
  ...[
    'من',
    'في',
    'ما',
    'لا',
    'لم',
    'لن',
    'عن',
    'ان',
    'هو',
    'هي',
    'كل',
    'يا',
    'قد',
    'ثم',
    'او',
    'اي',
  ],
  ...[
    'كم',
    'هم',
    'نحن',
    'انا',
    'انت',
    'هل',
    'بل',
    'لو',
    'اذا',
    'مع',
    'مع',
    'كان',
    'ذلك',
    'هذا',
    'هذه',
  ],
  ...[
    'an',
    'as',
    'at',
    'be',
    'by',
    'do',
    'go',
    'he',
    'if',
    'in',
    'is',
    'it',
    'me',
    'my',
    'no',
    'of',
  ],
  ...['on', 'or', 'so', 'to', 'up', 'us', 'we', 'the', 'and', 'for', 'her', 'his', 'not', 'you'],
]);

/** Lists what a text's letters and parts make when what stands between them is taken out. */
export function listParted(
  text: string,
  folded: FoldedText,
  tokens: readonly Token[],
): PartedWord[] {
  const gaps = tokens.map((token, index) => gapBehind(text, folded, token, tokens[index + 1]));
  return [
    ...listSpelledApart(folded.folded),
    ...tokens.flatMap((_, index) => listTight(tokens, gaps, index)),
    ...tokens.flatMap((token, index) => listLoose(token, tokens[index + 1], gaps[index])),
  ];
}

function gapBehind(
  text: string,
  folded: FoldedText,
  token: Token,
  next: Token | undefined,
): string {
  if (next === undefined) return '';
  const { end } = originalRange(folded, token.start, token.end);
  return text.slice(end, originalRange(folded, next.start, next.end).start);
}

function listSpelledApart(folded: string): PartedWord[] {
  return Array.from(folded.matchAll(spelledApart), ({ 0: found, index }) => ({
    joined: found.replace(betweenLetters, ''),
    start: index,
    end: index + found.length,
  }));
}

function listTight(tokens: readonly Token[], gaps: readonly string[], index: number): PartedWord[] {
  const parts: PartedWord[] = [];
  const start = tokens[index]?.start ?? 0;
  let joined = tokens[index]?.text ?? '';
  for (let next = index + 1; next < Math.min(tokens.length, index + maxParts); next += 1) {
    if (!tight.test(gaps[next - 1] ?? '')) break;
    joined += tokens[next]?.text ?? '';
    if (joined.length >= minTightLength) parts.push({ joined, start, end: tokens[next]?.end ?? 0 });
  }
  return parts;
}

function listLoose(token: Token, next: Token | undefined, gap: string | undefined): PartedWord[] {
  if (next === undefined || !loose.test(gap ?? '')) return [];
  const joined = token.text + next.text;
  const isUnspaced = unspacedScripts.test(joined);
  const isLong = joined.length >= minLooseLength;
  const areParts = token.text.length >= minPartLength && next.text.length >= minPartLength;
  const isByChance = frequent.has(token.text) || frequent.has(next.text);
  if (!isUnspaced && (!isLong || !areParts || isByChance)) return [];
  return [{ joined, start: token.start, end: next.end }];
}
