import { truncateAtGrapheme } from './graphemes';
import { toStreamSafe } from './marks';

/** The longest slug, in UTF-16 code units: the source article's title of eleven words fits. */
export const slugMaxLength = 80;

/** Layout controls, variation selectors and fillers: nobody sees them in an address. */
const invisible = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;

/** Tatweel, tashkeel and Quranic marks (Unicode 9.2), and Hebrew's points, their like (9.1). */
const optionalMarks =
  /[\u0640\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u0897-\u089F\u08CA-\u08FF\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7]/gu;

/** An apostrophe is part of its word: "don't" is one, as "Qur’an" is. */
const apostrophe = /(?<=\p{L})['’ʼ](?=\p{L})/gu;

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;
const letterOrDigit = /[\p{L}\p{N}]/u;

/**
 * Makes the readable part of an article's address from its title.
 *
 * Shape: letters and digits of any script stay, in lower case; Arabic tashkeel and tatweel go; all
 * else becomes '-'. Whole words up to {@link slugMaxLength}; only a first word that is longer by
 * itself is cut. Empty only for a title without a letter or digit. A slug makes itself. `locale`
 * decides the case of letters (Turkish, Azeri, Lithuanian).
 */
export function slugify(title: string, locale = 'und'): string {
  const words = simplify(title, locale).match(wordPattern) ?? [];
  return joinWhole(
    words.filter((word) => letterOrDigit.test(word)),
    slugMaxLength,
  );
}

/** White space, control characters, and what parts an address: no slug that is chosen holds them. */
const unsafeInSlug = /[\p{White_Space}\p{Cc}/\\?#%]/u;

/** Whether a text that somebody chose can be a slug: whole in an address, with a letter or digit. */
export function canBeSlug(text: string): boolean {
  return slugify(text) !== '' && !unsafeInSlug.test(text);
}

/**
 * Makes the slug of an article whose title another one has already: the same with a number behind.
 *
 * Shape: whole words, as many as leave room for the number; a slug without a number for 1.
 */
export function numberSlug(slug: string, number: number): string {
  if (number === 1) return slug;
  const suffix = `-${number}`;
  return joinWhole(slug.split('-'), slugMaxLength - suffix.length) + suffix;
}

function simplify(title: string, locale: string): string {
  const visible = toStreamSafe(title)
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(optionalMarks, '');
  const lower = toStreamSafe(visible).normalize('NFKC').toLocaleLowerCase(locale);
  // Lower-casing 'İ' outside Turkish leaves a second dot above the i.
  return lower
    .replace(/i\u0307+/gu, 'i')
    .normalize('NFKC')
    .replace(apostrophe, '');
}

function joinWhole(words: readonly string[], maxLength: number): string {
  const [first = '', ...others] = words;
  let slug = truncateAtGrapheme(first, maxLength);
  for (const word of others) {
    if (slug.length + 1 + word.length > maxLength) break;
    slug += `-${word}`;
  }
  return slug;
}
