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
