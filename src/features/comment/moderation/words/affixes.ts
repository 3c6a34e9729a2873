/** What stands around a word inside a written one. */
export interface Affixes {
  readonly prefix: string;
  readonly suffix: string;
}

const ARABIC = /^\p{sc=Arab}/u;
const minStemLength = 3;

/** 'the' and 'and' are written as one with the word and make no other word of it. */
const surePrefixes = ['', 'و', 'ال', 'وال'];

/** Prepositions and 'so', alone and before 'the'; many words begin with these letters by chance. */
const otherPrefixes = ['ف', 'ب', 'ك', 'ل', 'فال', 'بال', 'كال', 'لل', 'وب', 'ول', 'ولل', 'وبال'];

const arabicSuffixes = ['ات', 'ون', 'ين', 'ان', 'ها', 'هم', 'هن', 'كم', 'نا', 'يه', 'ي', 'ه', 'ك'];
const latinSuffixes = ['s', 'es', 'ed', 'er', 'ers', 'ing'];

/** The affixes with which a word is surely the listed one. */
export function listSureAffixes(token: string): Affixes[] {
  const prefixes = ARABIC.test(token) ? surePrefixes : [''];
  return prefixes
    .filter((prefix) => token.startsWith(prefix))
    .map((prefix) => ({ prefix, suffix: '' }));
}

/** The affixes with which a word may be a form of the listed one. */
export function listPossibleAffixes(token: string): Affixes[] {
  const isArabic = ARABIC.test(token);
  const prefixes = isArabic ? [...surePrefixes, ...otherPrefixes] : [''];
  const suffixes = ['', ...(isArabic ? arabicSuffixes : latinSuffixes)];
  return prefixes
    .filter((prefix) => token.startsWith(prefix))
    .flatMap((prefix) =>
      suffixes.filter((suffix) => token.endsWith(suffix)).map((suffix) => ({ prefix, suffix })),
    )
    .filter(({ prefix, suffix }) => token.length - prefix.length - suffix.length >= minStemLength);
}
