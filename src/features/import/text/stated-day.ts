import { phraseOf, type WordToken, tokensOf } from '../../../lib/phrases';
import { readCalendarDay } from './calendar-day';
import { isDateLine } from './date-line';
import type { PageReading } from './rule';
import { wordsOf } from './words';

/** Locales whose month names are read; one name is the same month in all of them. */
const locales = [
  ...['ar', 'ar-SY', 'ar-DZ', 'ar-MA', 'ar-TN', 'en', 'fr', 'es', 'de', 'tr', 'it', 'pt', 'fa'],
  ...['ur', 'he', 'ru'],
];

const fourDigits = /^(?:19|20)\d\d$/u;
const upToTwoDigits = /^\d{1,2}$/u;
const yearFirst = /^[\s\S]{0,40}?(?:19|20)\d\d\s*[-/.\u5E74]\s*\d{1,2}\s*[-/.\u6708]\s*\d{1,2}/u;
const arabic = /\p{Script=Arabic}/u;
const dotted = /\d\.\d{1,2}\.\d/u;

/** Words of dates that change with every correction, so that they do not identify a page. */
const changes = wordsOf('changeLabels');

let monthNames: ReadonlyMap<string, number> | null = null;

/**
 * The day that a page's head states, as YYYY-MM-DD; null where it states none for sure.
 *
 * Shape: a date with its year, by a month's name or by numbers whose order is plain. A Gregorian date
 * goes before one of another calendar. A date of an update is none: it changes with every correction.
 */
export function statedDayOf({ lines, roles }: PageReading): string | null {
  const body = roles.indexOf('paragraph');
  const end = body < 0 ? lines.length : body + 2;
  const dates = lines
    .slice(0, end)
    .map(({ text }) => text)
    .filter((text, index) => roles[index] === 'furniture' && isDateLine(text));
  for (const read of [readGregorianDay, readOtherDay]) {
    const day = dates.map(read).find((one) => one !== null);
    if (day !== undefined) return day;
  }
  return null;
}

/** The first date of a line that is no update's. */
export function readDay(text: string): string | null {
  return readGregorianDay(text) ?? readOtherDay(text);
}

function readOtherDay(text: string): string | null {
  const isChange = tokensOf(text).some(({ folded }) => changes.has(folded));
  return isChange ? null : readCalendarDay(text);
}

function readGregorianDay(text: string): string | null {
  const tokens = tokensOf(text);
  const year = tokens.findIndex(({ folded }) => fourDigits.test(folded));
  if (year < 0) return null;
  const before = tokens.slice(0, year);
  if (before.some(({ folded }) => changes.has(folded))) return null;
  if (yearFirst.test(asciiOf(text, tokens))) {
    const [month = null, day = null] = tokens
      .slice(year + 1)
      .map(numberOf)
      .filter((n) => n !== null);
    return toDay(tokens[year], month, day);
  }
  const named = before.findLastIndex(({ folded }) => monthOf(folded) !== null);
  if (named >= 0) {
    const month = monthOf(tokens[named]?.folded ?? '');
    const beside = [tokens[named - 1], tokens[named + 1]].map(numberOf);
    const first = tokens.findIndex(({ folded }) => monthOf(folded) !== null);
    const day = [numberOf(tokens[first - 1]), ...beside].find((number) => number !== null);
    return toDay(tokens[year], month, day ?? null);
  }
  return readNumeric(text, tokens, year);
}

/** 13/6/2024: the order is plain where one number is no month, or by the language's custom. */
function readNumeric(text: string, tokens: readonly WordToken[], year: number): string | null {
  const [one, two] = [numberOf(tokens[year - 2]), numberOf(tokens[year - 1])];
  if (one === null || two === null) return null;
  const isDayFirst = one > 12 || one === two || arabic.test(text) || dotted.test(text);
  if (isDayFirst) return toDay(tokens[year], two, one);
  return two > 12 ? toDay(tokens[year], one, two) : null;
}

/** The line with its digits as ASCII, for a pattern. */
function asciiOf(text: string, tokens: readonly WordToken[]): string {
  return tokens.reduceRight(
    (line, { folded, start, end }) => line.slice(0, start) + folded + line.slice(end),
    text,
  );
}

function numberOf(token: WordToken | undefined): number | null {
  return token !== undefined && upToTwoDigits.test(token.folded) ? Number(token.folded) : null;
}

function toDay(
  year: WordToken | undefined,
  month: number | null,
  day: number | null,
): string | null {
  if (year === undefined || month === null || day === null) return null;
  const date = new Date(Date.UTC(Number(year.folded), month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

function monthOf(word: string): number | null {
  return (monthNames ??= listMonthNames()).get(word) ?? null;
}

function listMonthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const locale of locales) {
    for (const width of ['long', 'short'] as const) {
      const zone = { calendar: 'gregory', timeZone: 'UTC' } as const;
      const alone = new Intl.DateTimeFormat(locale, { ...zone, month: width });
      const dated = new Intl.DateTimeFormat(locale, { ...zone, day: 'numeric', month: width });
      for (let month = 1; month <= 12; month += 1) {
        const at = new Date(Date.UTC(2024, month - 1, 1));
        for (const text of [alone.format(at), dated.format(at)]) {
          const words = phraseOf(text)
            .split(' ')
            .filter((word) => /^\D{2,}$/u.test(word));
          if (words.length === 1 && words[0] !== undefined)
            names.set(words[0], names.get(words[0]) ?? month);
        }
      }
    }
  }
  return names;
}
