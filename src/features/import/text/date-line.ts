import { phraseSet, tokensOf } from './word-tokens';

const DIGITS = /^\d+$/u;
const LOCALES = ['ar', 'ar-SY', 'ar-DZ', 'fa', 'en', 'fr', 'es', 'de', 'tr', 'it', 'pt'];

/** What stands beside a date: labels, hours and zones. */
const BESIDE_DATES = [
  ...['نشر', 'نشرت', 'النشر', 'في', 'آخر', 'تحديث', 'التحديث', 'حدث', 'تاريخ', 'الساعة', 'بتوقيت'],
  ...['غرينتش', 'جرينتش', 'مكة', 'المكرمة', 'القدس', 'ص', 'م', 'هـ', 'يوم', 'published', 'updated'],
  ...['last', 'update', 'posted', 'modified', 'on', 'at', 'of', 'the', 'date', 'am', 'pm', 'gmt'],
  ...['utc', 'est', 'et', 'edt', 'st', 'nd', 'rd', 'th', 'publié', 'le', 'à', 'de', 'del', 'um'],
];

/** A day of each month, then a day of each name. */
const DAYS = [
  ...Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 1))),
  ...Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day))),
];

/** Made when a page is read, since the names of eleven languages take a moment. */
let dateWords: ReadonlySet<string> | null = null;

/**
 * Tells whether a line says nothing but a date or a time of day.
 *
 * Source: the names of months and days are those of the Unicode CLDR, as `Intl` has them.
 */
export function isDateLine(text: string): boolean {
  const words = tokensOf(text).map((token) => token.folded);
  const numbers = words.filter((word) => DIGITS.test(word));
  if (numbers.length < 2) return false;
  const known = (dateWords ??= listDateWords());
  return words.every((word) => DIGITS.test(word) || known.has(word));
}

function listDateWords(): ReadonlySet<string> {
  return phraseSet(...BESIDE_DATES, ...LOCALES.flatMap(calendarWordsOf));
}

function calendarWordsOf(locale: string): readonly string[] {
  return (['long', 'short'] as const).flatMap((width) => {
    const names = { month: width, weekday: width, calendar: 'gregory', timeZone: 'UTC' } as const;
    const format = new Intl.DateTimeFormat(locale, names);
    return DAYS.flatMap((day) => format.format(day).split(/[^\p{L}\p{M}]+/u));
  });
}
