/** A site has few locales and asks for each article's; reading a tag takes microseconds. */
const languages = new Map<string, string>();

/**
 * The language of a locale.
 * Shape: a BCP 47 tag; its canonical primary subtag, such as `ar` of `ar-EG`.
 * Errors: RangeError for what is no BCP 47 tag.
 * Source: UTS #35, Unicode locale identifiers.
 */
export function languageOf(locale: string): string {
  const known = languages.get(locale);
  if (known !== undefined) return known;
  const { language } = new Intl.Locale(locale);
  languages.set(locale, language);
  return language;
}

/** Longer than any registered tag with extensions. Units: UTF-16 code units. */
const maxTagLength = 100;

/**
 * A language tag in its canonical form, such as `ar-EG` of `AR-eg` and `he` of `iw`.
 * Shape: null for what is no BCP 47 tag.
 * Source: RFC 5646, 2.1.1 (tags have no case) and 4.5 (canonicalization); ECMA-402, 6.2.
 */
export function canonicalLocale(tag: string): string | null {
  if (tag.length > maxTagLength) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
