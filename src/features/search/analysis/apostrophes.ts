/** What an apostrophe inside a word means in a language. */
export type ApostropheUse =
  /** A letter of the word, as in don't, O'Brien and п'ять. */
  | 'letter'
  /** The end of a shortened word before it, as in l'Assemblée and dell'Unione. */
  | 'elision'
  /** The end of a name before its case endings, as in Ankara'da. */
  | 'suffix';

/** Every sign that people type as an apostrophe. */
const anyApostrophe = /[’‘ʼʻ＇`´]/gu;
const apostrophe = "'";

/** Folded words of French, Italian and Catalan that lose their vowel before another word. */
const elidedWords: ReadonlySet<string> = new Set([
  ...['c', 'd', 'j', 'l', 'm', 'n', 's', 't', 'v', 'qu', 'jusqu', 'lorsqu', 'puisqu', 'quoiqu'],
  ...['all', 'coll', 'dall', 'dell', 'nell', 'sull', 'pell', 'quell', 'quest', 'un', 'gl', 'agl'],
  ...['dagl', 'degl', 'negl', 'sugl', 'bell', 'sant', 'tutt', 'mezz', 'com', 'dov', 'cos'],
]);

/** Writes every apostrophe of a word as the same sign. Shape: the word keeps its length. */
export function unifyApostrophes(word: string): string {
  return word.replace(anyApostrophe, apostrophe);
}

/** Where the word itself begins and ends beside its apostrophe, as its language uses it. */
export function rangeBesideApostrophe(
  word: string,
  use: ApostropheUse,
): { readonly start: number; readonly end: number } {
  const whole = { start: 0, end: word.length };
  const place = use === 'letter' ? -1 : word.indexOf(apostrophe);
  if (place <= 0 || place === word.length - 1) return whole;
  if (use === 'suffix') return { start: 0, end: place };
  return elidedWords.has(word.slice(0, place)) ? { start: place + 1, end: word.length } : whole;
}

/** Shorter stems before an apostrophe are initials, as in O'Brien. */
const minSuffixedLength = 2;

/** A query's word as articles of a language hold it. */
export function withoutApostrophe(word: string, use: ApostropheUse): string {
  const { start, end } = rangeBesideApostrophe(word, use);
  return end - start < minSuffixedLength ? word : word.slice(start, end);
}
