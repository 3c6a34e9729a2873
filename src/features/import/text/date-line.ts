import { tokensOf } from '../../../lib/phrases';
import { phrasesOf, wordsOf } from './words';

const digits = /^\d+$/u;
const year = /^(?:1[3-9]|2[0-6])\d\d$|^57\d\d$/u;
const numeric = /\p{Nd}{1,4}([./-])\p{Nd}{1,2}\1\p{Nd}{2,4}/u;
/** A town before a date: 'Madrid - 11 JUN 2024'. */
const town =
  /^(?:\p{L}[\p{L}\p{M} ]{1,20}\s*[-\u2013\u2014,\u060C]|\p{L}[\p{L}\p{M}]{1,20}\s*\|)\s*(?=.*\p{Nd})/u;
const clock = /\p{Nd}{1,2}[:.h\uFF1A]\p{Nd}{2}/u;

/** The longest line that is nothing but a date, in UTF-16 code units and in words. */
const maxLength = 200;
const maxWords = 26;

/** A locale and the calendar in which its pages give dates. */
const calendars: readonly (readonly [locale: string, calendar: string])[] = [
  ...[
    'ar',
    'ar-SY',
    'ar-DZ',
    'ar-MA',
    'ar-TN',
    'en',
    'en-GB',
    'fr',
    'es',
    'de',
    'tr',
    'it',
    'pt',
  ].map((locale) => [locale, 'gregory'] as const),
  ...['fa', 'ur', 'he', 'ru', 'zh', 'ja', 'nl', 'id', 'uk', 'pl'].map(
    (locale) => [locale, 'gregory'] as const,
  ),
  ...['ar', 'fa', 'ur', 'en', 'tr'].map((locale) => [locale, 'islamic-umalqura'] as const),
  ...[['fa', 'persian'] as const, ['ar', 'persian'] as const, ['en', 'persian'] as const],
  ...[['he', 'hebrew'] as const, ['en', 'hebrew'] as const, ['ja', 'japanese'] as const],
];

/** A day of each month of every calendar, then a day of each name. */
const days = [
  ...Array.from({ length: 14 }, (_, index) => new Date(Date.UTC(2024, 0, 10 + index * 28))),
  ...Array.from({ length: 7 }, (_, index) => new Date(Date.UTC(2024, 0, 1 + index))),
];

/** Made when a page is read, since the names of so many calendars take a moment. */
let calendarWords: ReadonlySet<string> | null = null;

const besideDates = wordsOf('dateWords');
const dateLabels = wordsOf('dateLabels');
const ago = phrasesOf('ago');
const issueWords = wordsOf('issueWords');
const clockMinWords = 2;
const agoWords = wordsOf('ago', 'agoUnits', 'dateWords');
const agoUnits = wordsOf('agoUnits');

/**
 * Whether a line says nothing but a date, a time of day or how long ago something was.
 *
 * Source: the names of months and days are those of the Unicode CLDR, as `Intl` has them, in the
 * Gregorian, Hijri, Solar Hijri, Hebrew and Japanese calendars.
 */
export function isDateLine(text: string): boolean {
  if (text.length > maxLength) return false;
  const words = wordsIn(text);
  if (isDate(text, words) || isAgo(words)) return true;
  if (isClock(text, words)) return true;
  const dated = text.replace(town, '');
  return dated !== text && words.some(isYear) && isDate(dated, wordsIn(dated));
}

/** Whether a line only says what the date beside it is of: 'Published'. */
export function isDateLabel(text: string): boolean {
  const words = wordsIn(text);
  return (
    words.length > 0 &&
    words.every((word) => besideDates.has(word)) &&
    words.some((word) => dateLabels.has(word))
  );
}

function wordsIn(text: string): readonly string[] {
  return tokensOf(text).map((token) => token.folded);
}

/** Whether a line only says how long ago something was: 'منذ 5 دقائق'. */
export function isAge(text: string): boolean {
  return text.length <= maxLength && isAgo(wordsIn(text));
}

/** Whether a line only gives a time of day and its zone: '14:10 بتوقيت مكة المكرمة'. */
export function isTimeOfDay(text: string): boolean {
  return text.length <= maxLength && isClock(text, wordsIn(text));
}

/** Whether a line is a date that says what it is of, or has a time of day and a year. */
export function isTimestamp(text: string): boolean {
  if (!isDateLine(text)) return false;
  const words = wordsIn(text);
  return words.some((word) => dateLabels.has(word)) || (clock.test(text) && words.some(isYear));
}

function isDate(text: string, words: readonly string[]): boolean {
  if (words.length > maxWords || words.filter((word) => digits.test(word)).length < 2) return false;
  const known = (calendarWords ??= listCalendarWords());
  const isKnown = (word: string) => digits.test(word) || known.has(word) || besideDates.has(word);
  const isDated = words.some((word) => isYear(word) || known.has(word)) || numeric.test(text);
  return isDated && words.every(isKnown);
}

/** A time of day that says what it is of, or where: 'آخر تحديث 16:40', '14:10 بتوقيت مكة المكرمة'. */
function isClock(text: string, words: readonly string[]): boolean {
  const others = words.filter((word) => !digits.test(word));
  const isNamed = others.length >= clockMinWords || others.some((word) => dateLabels.has(word));
  return clock.test(text) && isNamed && others.every((word) => besideDates.has(word));
}

/** Whether a line gives the number of a printed issue, with or without its date. */
export function isIssueLine(text: string): boolean {
  return isDateLine(text) && wordsIn(text).some((word) => issueWords.has(word));
}

function isYear(word: string): boolean {
  return year.test(word);
}

function isAgo(words: readonly string[]): boolean {
  const phrase = words.join(' ');
  const isPast =
    words.some((word) => ago.has(word)) || [...ago].some((past) => phrase.startsWith(past));
  const hasUnit = words.some((word) => agoUnits.has(word) && !ago.has(word));
  return (
    hasUnit &&
    (isPast || words.some((word) => word.length > 1 && word.endsWith('前'))) &&
    words.length > 1 &&
    words.every((word) => digits.test(word) || agoWords.has(word))
  );
}

function listCalendarWords(): ReadonlySet<string> {
  return new Set(calendars.flatMap(([locale, calendar]) => calendarWordsOf(locale, calendar)));
}

function calendarWordsOf(locale: string, calendar: string): readonly string[] {
  const zone = { calendar, timeZone: 'UTC' } as const;
  // Names alone and names in a whole date: some languages inflect them there.
  const formats = [
    new Intl.DateTimeFormat(locale, { ...zone, day: 'numeric', month: 'long', weekday: 'long' }),
    new Intl.DateTimeFormat(locale, { ...zone, day: 'numeric', month: 'short', weekday: 'short' }),
    new Intl.DateTimeFormat(locale, { ...zone, month: 'long' }),
  ];
  const texts = formats.flatMap((format) => days.map((day) => format.format(day)));
  return tokensOf(texts.join('\n'))
    .map(({ folded }) => folded)
    .filter((word) => !digits.test(word));
}
