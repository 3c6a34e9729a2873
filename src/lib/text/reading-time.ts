import { languageOf } from './language';

/**
 * Words that an adult reads in a minute, by language.
 *
 * Source: S. Trauzettel-Klosinski, K. Dietz and the IReST Study Group, 'Standardized Assessment of
 * Reading Performance: The New International Reading Speed Texts IReST', Investigative
 * Ophthalmology & Visual Science 53(9), 2012, pages 5452–5461: means of native speakers who read
 * matched texts aloud.
 */
const wordsPerMinute: ReadonlyMap<string, number> = new Map([
  ['ar', 138],
  ['de', 179],
  ['en', 228],
  ['es', 218],
  ['fi', 161],
  ['fr', 195],
  ['he', 187],
  ['it', 188],
  ['ja', 193],
  ['nl', 202],
  ['pl', 166],
  ['pt', 181],
  ['ru', 184],
  ['sl', 180],
  ['sv', 199],
  ['tr', 166],
  ['zh', 158],
]);

/** The same study's mean over its 17 languages: the best guess about one that it did not measure. */
const meanWordsPerMinute = 184;

/**
 * Computes how long a text takes to read, from its words and its language's published speed.
 *
 * Units: whole minutes, rounded up, 1 at least.
 * Errors: RangeError for a locale that is no BCP 47 tag.
 */
export function readingTimeMinutes(wordCount: number, locale: string): number {
  return Math.max(1, Math.ceil(wordCount / readingSpeedOf(locale)));
}

/**
 * Finds the published reading speed of a locale's language.
 *
 * Units: words a minute, a word being what `countWords` counts.
 * Errors: RangeError for a locale that is no BCP 47 tag.
 */
export function readingSpeedOf(locale: string): number {
  return wordsPerMinute.get(languageOf(locale)) ?? meanWordsPerMinute;
}
