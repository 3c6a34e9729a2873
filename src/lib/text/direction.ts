/** The direction in which a text's lines run. */
export type Direction = 'LTR' | 'RTL';

/**
 * The scripts whose letters are of Bidi_Class R or AL, by their ISO 15924 codes.
 *
 * Source: DerivedBidiClass.txt and Scripts.txt of the Unicode Character Database 17.0; Aran, Syre,
 * Syrj and Syrn are variants of Arab and Syrc that have codes of their own.
 */
const rtlScripts: ReadonlySet<string> = new Set([
  ...['Adlm', 'Arab', 'Aran', 'Armi', 'Avst', 'Chrs', 'Cprt', 'Elym', 'Gara', 'Hatr', 'Hebr'],
  ...['Hung', 'Khar', 'Lydi', 'Mand', 'Mani', 'Mend', 'Merc', 'Mero', 'Narb', 'Nbat', 'Nkoo'],
  ...['Orkh', 'Ougr', 'Palm', 'Phli', 'Phlp', 'Phnx', 'Prti', 'Rohg', 'Samr', 'Sarb', 'Sidt'],
  ...['Sogd', 'Sogo', 'Syrc', 'Syre', 'Syrj', 'Syrn', 'Thaa', 'Yezi'],
]);

/** A site has few locales and asks for each article's; finding one's script takes microseconds. */
const directions = new Map<string, Direction>();

/**
 * Finds the direction of a locale's text from its script, stated or likely.
 *
 * Shape: a BCP 47 tag; `ku` is LTR and `ku-Arab` RTL; a language without a known script is LTR.
 * Errors: RangeError for what is no BCP 47 tag.
 * Source: UTS #35, likely subtags (`Intl.Locale.prototype.maximize`).
 */
export function directionOf(locale: string): Direction {
  const known = directions.get(locale);
  if (known !== undefined) return known;
  const direction = findDirection(locale);
  directions.set(locale, direction);
  return direction;
}

function findDirection(locale: string): Direction {
  const script = new Intl.Locale(locale).maximize().script;
  return script !== undefined && rtlScripts.has(script) ? 'RTL' : 'LTR';
}
