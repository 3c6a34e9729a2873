import {
  foldSpelling,
  foldText,
  hasControlCharacters,
  hasLoneSurrogates,
  hasTooManyMarks,
  isBlank,
  normalizeText,
  slugify,
} from '../../lib/text';

/** The longest name of a tag, and the longest that it may become by folding. Units: UTF-16 code units. */
export const maxTagNameLength = 100;
const maxKeyLength = 200;

/** Tags of one article at most. */
export const maxArticleTags = 30;

/** The longest slug of a tag; a longer text finds none and is not looked up. Units: UTF-16 code units. */
export const maxTagSlugUnits = 400;

/** What can be wrong with the name of a tag. */
export type TagNameFault = 'missing' | 'tooLong' | 'unprintable' | 'lettersMissing';

/** A name that a tag may have, with what it is told from others by. */
export interface TagName {
  /** As it is shown: without spaces at the ends. */
  readonly name: string;
  /** The same for names that are one tag: marks, tatweel, forms and case do not count, letters do. */
  readonly nameKey: string;
  /** By which lists are sorted, and in which the beginnings of names are looked for. */
  readonly nameOrder: string;
  /** The slug that follows from the name; never empty. */
  readonly slug: string;
}

/** What no text of a language holds: it would sort behind every letter. */
const privateOrNone = /[\p{Co}\p{Noncharacter_Code_Point}]/u;

/** Reads the name of a tag, its length first. */
export function readTagName(text: string): TagName | TagNameFault {
  if (text.length > maxTagNameLength)
    return isBlank(text.slice(0, maxTagNameLength)) ? 'missing' : 'tooLong';
  if (isBlank(text)) return 'missing';
  const isOdd = hasControlCharacters(text) || hasLoneSurrogates(text) || hasTooManyMarks(text);
  if (isOdd || privateOrNone.test(text)) return 'unprintable';
  const name = normalizeText(text);
  const nameKey = tidy(foldSpelling(name));
  const nameOrder = foldPrefix(name);
  const slug = slugify(name);
  if (slug === '' || nameKey === '' || nameOrder === '') return 'lettersMissing';
  // A ligature may stand for eighteen letters.
  if (nameKey.length > maxKeyLength || nameOrder.length > maxKeyLength) return 'tooLong';
  return { name, nameKey, nameOrder, slug };
}

/** The beginning of names as lists sort them; '' for what the fold takes away. */
export function foldPrefix(text: string): string {
  return tidy(foldText(normalizeText(text)));
}

/** What two slugs that are one have in common; and what slugs that read alike have. */
export function slugKeysOf(slug: string): { readonly slugKey: string; readonly foldKey: string } {
  return { slugKey: foldSpelling(slug), foldKey: foldText(slug) };
}

/** Compatibility forms may leave spaces behind. */
function tidy(folded: string): string {
  return normalizeText(folded);
}
