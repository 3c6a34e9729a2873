import { languageOf } from '../../../lib/text';
import type { LocalizedText } from './file-metadata';

/**
 * Chooses the alternative of a text for an article's locale.
 *
 * Shape: the very locale, else its language, else what states no language, else the first; null
 * where there is none.
 * Errors: RangeError for a locale that is no BCP 47 tag.
 */
export function chooseText(texts: readonly LocalizedText[], locale: string): string | null {
  const isOf = (tag: string, wanted: string) => tag.toLowerCase() === wanted.toLowerCase();
  const language = languageOf(locale);
  const chosen =
    texts.find((one) => one.language !== null && isOf(one.language, locale)) ??
    texts.find((one) => one.language !== null && isOf(primaryOf(one.language), language)) ??
    texts.find((one) => one.language === null) ??
    texts[0];
  return chosen?.text ?? null;
}

/** A file may name any number of languages: the cache of languageOf is for those of articles. */
function primaryOf(tag: string): string {
  return tag.split('-', 1)[0] ?? tag;
}
