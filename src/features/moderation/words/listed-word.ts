import {
  dropHamzas,
  foldSpelling,
  foldText,
  foldWithMapWithoutHamzas,
  originalRange,
} from '../../../lib/text';
import { listTokens } from './tokens';

/** A word or a phrase of a list. */
export interface ListedWord {
  /** As it is listed. */
  readonly word: string;
  /** Its words folded and without hamzas; what each may also be written as behind it. */
  readonly tokens: readonly (readonly [string, ...string[]])[];
  /** Its words as they are spelled: without marks, tatweel and case. */
  readonly spellings: readonly string[];
}

/** Articles inside of an English phrase, which may be left out or be others. */
const englishArticles: ReadonlySet<string> = new Set(['a', 'an', 'the']);

/** The words of an entry as they are compared. */
export function listFolded(word: string): string[] {
  return listTokens(dropHamzas(foldText(word), 'as-written')).map(({ text }) => text);
}

/** Prepares an entry of a list; null for one without any letter or digit. */
export function toListedWord(word: string): ListedWord | null {
  const folded = foldWithMapWithoutHamzas(word, 'as-written');
  const all = listTokens(folded.folded).map(({ text, start, end }) => {
    const range = originalRange(folded, start, end);
    return { text, spelling: foldSpelling(word.slice(range.start, range.end)) };
  });
  const telling = all.filter(({ text }) => !isEnglishArticle(text));
  const kept = telling.length > 0 ? telling : all;
  if (kept.length === 0) return null;
  return {
    word,
    tokens: kept.map(({ text, spelling }) => [text, ...listVariants(text, spelling)] as const),
    spellings: all.map(({ spelling }) => spelling),
  };
}

/** Whether a word is passed over inside of a phrase. */
export function isEnglishArticle(token: string): boolean {
  return englishArticles.has(token);
}

/**
 * What else a word may look like once it is folded: with its hamza on another seat, and with the ت
 * that ة becomes before an ending.
 */
function listVariants(text: string, spelling: string): string[] {
  const seats = [...new Set(Array.from('ؤئء', (seat) => reseat(spelling, seat)))];
  const beforeEndings = spelling.endsWith('ة') ? [`${text.slice(0, -1)}ت`] : [];
  return [...seats.filter((variant) => variant !== text), ...beforeEndings];
}

/** Shape: the word folded, with a hamza whose seat varies on another seat; alike where none does. */
function reseat(spelling: string, seat: string): string {
  const beforeWaw = spelling.replace(/(?<=\p{L})[ؤئء](?=و)/gu, seat);
  const seated = seat === 'ئ' ? beforeWaw.replace(/(?<=ي)أ(?=ة$)/u, 'ئ') : beforeWaw;
  const other = seat === 'ؤ' ? seated.replace(/(?<=ي)ئ(?=ة$)/u, 'أ') : seated;
  return dropHamzas(foldText(other), 'as-written');
}
