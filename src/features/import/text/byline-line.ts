import { countWords } from '../../../lib/text';
import { phraseSet, tokensOf } from './word-tokens';

/** The longest name after 'By', in words: two reporters and their town. */
const NAME_MAX_WORDS = 10;

/** What stands before a name and means nothing but 'written by'. */
const BY = phraseSet('by', 'written by', 'reported by', 'words by', 'بقلم', 'بواسطة', 'به قلم');

/** The verb that stands before a name, but also begins other lines: 'كتب جديدة'. */
const WROTE = phraseSet('كتب', 'كتبت', 'كتبه', 'كتبته', 'كتبها', 'كتبتها', 'par', 'por', 'von');

/** Nouns that credit a name only with a colon between: 'إعداد: فلان'. */
const LABELS = phraseSet(
  ...['إعداد', 'تقرير', 'تحرير', 'ترجمة', 'الكاتب', 'المؤلف', 'نویسنده', 'author', 'authors'],
  ...['writer', 'reporter', 'text', 'auteur', 'autor', 'yazan'],
);

const GAP = /^\s*[:\uFF1A/|-]?\s*/u;
const COLON = /^\s*[:\uFF1A/|-]/u;

/** How a name begins: with a capital, where the script has any. 'By the numbers' names nobody. */
const NAME_BEGINNING = /^[\p{Lu}\p{Lt}\p{Lo}]/u;

/** A credited name, and whether the words before it can mean nothing else. */
export interface Byline {
  readonly name: string;
  readonly isCertain: boolean;
}

/**
 * Reads a line that credits a name in words: 'By Jane Doe', 'كتب فريق التحرير', 'إعداد: فلان'.
 *
 * Shape: the name without these words; null for any other line.
 */
export function readByline(text: string): Byline | null {
  const tokens = tokensOf(text);
  for (const length of [2, 1]) {
    const lead = tokens.slice(0, length);
    const phrase = lead.map((token) => token.folded).join(' ');
    const rest = text.slice(lead.at(-1)?.end);
    const isCertain = BY.has(phrase);
    const isCredit = isCertain || WROTE.has(phrase) || (LABELS.has(phrase) && COLON.test(rest));
    const name = rest.replace(GAP, '');
    if (isCredit && isName(name)) return { name, isCertain };
  }
  return null;
}

function isName(text: string): boolean {
  return NAME_BEGINNING.test(text) && countWords(text) <= NAME_MAX_WORDS;
}
