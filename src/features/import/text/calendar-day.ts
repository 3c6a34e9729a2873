import { phraseOf, type WordToken, tokensOf } from '../../../lib/phrases';

const dayMs = 86_400_000;

/** A calendar whose dates are converted. */
interface OtherCalendar {
  readonly name: 'islamic-umalqura' | 'persian' | 'hebrew';
  readonly locales: readonly string[];
  /** About the first day of its year 1. */
  readonly start: number;
  readonly yearDays: number;
  /** How far from the mean a day may be: leap months make it many days. */
  readonly slackDays: number;
  readonly years: RegExp;
  /** What marks a date of numbers alone as one of this calendar. */
  readonly mark: RegExp;
  /** Spellings of months that the Unicode CLDR does not have, by its English name. */
  readonly spellings: Readonly<Record<string, string>>;
}

const hijri: OtherCalendar = {
  name: 'islamic-umalqura',
  locales: ['ar', 'fa', 'ur', 'en', 'tr', 'fr'],
  start: Date.UTC(622, 6, 18),
  yearDays: 354.367,
  slackDays: 4,
  years: /^1[34]\d\d$/u,
  mark: /(?:^|[\s\p{Nd}(])(?:\u0647\u0640?|\u06BE|AH)(?=$|[\s.,\u060C)])/u,
  spellings: {
    'ربيع الثاني': 'Rabiʻ II',
    'جمادى الأول': 'Jumada I',
    'جمادى الثانية': 'Jumada II',
    'جمادى الثاني': 'Jumada II',
    'جمادى الآخر': 'Jumada II',
    'ذي القعدة': 'Dhuʻl-Qiʻdah',
    'ذي الحجة': 'Dhuʻl-Hijjah',
    'Dhu al-Qadah': 'Dhuʻl-Qiʻdah',
    'Dhu al-Hijjah': 'Dhuʻl-Hijjah',
    'Dhul Hijjah': 'Dhuʻl-Hijjah',
    'Rabi al-Awwal': 'Rabiʻ I',
    Shaaban: 'Shaʻban',
  },
};
const persian: OtherCalendar = {
  name: 'persian',
  locales: ['fa', 'ar', 'en'],
  start: Date.UTC(622, 2, 22),
  yearDays: 365.2422,
  slackDays: 6,
  years: /^1[34]\d\d$/u,
  mark: /[\u06F0-\u06F9]/u,
  spellings: { امرداد: 'Mordad' },
};
const hebrew: OtherCalendar = {
  name: 'hebrew',
  locales: ['he', 'en'],
  start: Date.UTC(-3760, 8, 7),
  yearDays: 365.2468,
  slackDays: 60,
  years: /^5[6-8]\d\d$/u,
  // Hebrew pages write dates of numbers alone in the Gregorian calendar only.
  mark: /(?!)/u,
  spellings: { סיון: 'Sivan', חשון: 'Heshvan', מרחשוון: 'Heshvan' },
};
const calendars = [hijri, persian, hebrew];

const monthMaxWords = 3;
const upToTwoDigits = /^\d{1,2}$/u;
/** 'בסיוון': 'of Sivan'. */
const hebrewPrefix = /^ב(?=\p{L}{2})/u;

interface CalendarDate {
  readonly calendar: OtherCalendar;
  readonly year: number;
  /** The English name, as a phrase. */
  readonly month: string;
  readonly day: number;
}

type MonthAndDay = Pick<CalendarDate, 'month' | 'day'>;

/**
 * The Gregorian day, as YYYY-MM-DD, of a line's Hijri, Solar Hijri or Hebrew date; null for none.
 *
 * Shape: the month is named, or the date is of numbers and marked: 'هـ' or Persian digits. Hijri is
 * the calendar of Umm al-Qura; where the line names the weekday before or after, the moon was seen
 * a day apart, and that day is meant. Any other weekday, and two such dates in a line, give null.
 * Cost: bounded; at most 121 days are formatted.
 * Source: the calendars of `Intl.DateTimeFormat`, which can only format: the day is searched.
 */
export function readCalendarDay(text: string): string | null {
  const tokens = tokensOf(text);
  const found = calendars.flatMap((calendar) => readDate(text, tokens, calendar) ?? []);
  const days = new Set(found.flatMap((date) => toDay(date, tokens) ?? []));
  const [day] = days;
  return days.size === 1 && day !== undefined ? day : null;
}

function readDate(
  text: string,
  tokens: readonly WordToken[],
  calendar: OtherCalendar,
): CalendarDate | null {
  for (const [index, { folded }] of tokens.entries()) {
    if (!calendar.years.test(folded)) continue;
    const found = readNamed(tokens, index, calendar) ?? readNumbers(text, tokens, index, calendar);
    if (found !== null) return { calendar, year: Number(folded), ...found };
  }
  return null;
}

/** '5 ذو الحجة 1445', 'Sivan 5, 5784': the name stands right before the year, or before the day. */
function readNamed(
  tokens: readonly WordToken[],
  year: number,
  calendar: OtherCalendar,
): MonthAndDay | null {
  const { monthOf } = namesOf(calendar);
  for (const end of [year, year - 1]) {
    for (let length = monthMaxWords; length > 0; length -= 1) {
      if (end < length) continue;
      const phrase = tokens
        .slice(end - length, end)
        .map((token) => token.folded)
        .join(' ');
      const month = monthOf.get(phrase) ?? monthOf.get(phrase.replace(hebrewPrefix, ''));
      if (month === undefined) continue;
      const day = numberOf(tokens[end === year ? end - length - 1 : end]);
      return day === null ? null : { month, day };
    }
  }
  return null;
}

/** '1445/12/05 هـ', '۱۴۰۳/۰۳/۲۲' */
function readNumbers(
  text: string,
  tokens: readonly WordToken[],
  year: number,
  calendar: OtherCalendar,
): MonthAndDay | null {
  const isOfOther = calendar === persian && hijri.mark.test(text);
  if (!calendar.mark.test(text) || isOfOther) return null;
  const isJoined = (from: number): boolean => {
    const [one, two, three] = [tokens[from], tokens[from + 1], tokens[from + 2]];
    if (one === undefined || two === undefined || three === undefined) return false;
    const marks = [text.slice(one.end, two.start), text.slice(two.end, three.start)];
    return marks.every((mark) => /^\s?[-/.]\s?$/u.test(mark));
  };
  const [first, second] = isJoined(year) ? [year + 1, year + 2] : [year - 1, year - 2];
  if (!isJoined(year) && !isJoined(year - 2)) return null;
  const month = numberOf(tokens[first]);
  const day = numberOf(tokens[second]);
  const name = month === null ? undefined : namesOf(calendar).months[month - 1];
  return name === undefined || day === null ? null : { month: name, day };
}

function numberOf(token: WordToken | undefined): number | null {
  return token !== undefined && upToTwoDigits.test(token.folded) ? Number(token.folded) : null;
}

function toDay(date: CalendarDate, tokens: readonly WordToken[]): string | null {
  const time = findTime(date);
  if (time === null) return null;
  const named = tokens.flatMap(({ folded }) => weekdayNames().get(folded) ?? [])[0];
  const weekday = new Date(time).getUTCDay();
  // From -3 to 3: the shortest way to the weekday that the line names.
  const away = named === undefined ? 0 : ((named - weekday + 10) % 7) - 3;
  const mayDiffer = date.calendar === hijri && Math.abs(away) === 1;
  if (away !== 0 && !mayDiffer) return null;
  return new Date(time + away * dayMs).toISOString().slice(0, 10);
}

/** Looks for the day around the place where the mean year puts it. */
function findTime({ calendar, year, month, day }: CalendarDate): number | null {
  const { months, format } = namesOf(calendar);
  // In a year without a leap month the Hebrew Adar stands where Adar I does in the others.
  const place = months.indexOf(month === 'adar' ? 'adar i' : month);
  const past = (year - 1 + place / 12) * calendar.yearDays + day - 1;
  const about = calendar.start + Math.round(past) * dayMs;
  for (let step = 0; step <= calendar.slackDays * 2; step += 1) {
    const away = step % 2 === 0 ? step / 2 : -(step + 1) / 2;
    const time = about + away * dayMs;
    const parts = format.formatToParts(time);
    const valueOf = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
    const isSame = Number(valueOf('day')) === day && Number.parseInt(valueOf('year'), 10) === year;
    if (isSame && phraseOf(valueOf('month')) === month) return time;
  }
  return null;
}

/** A calendar's months by their English names, in order, and by their names in its locales. */
interface CalendarNames {
  readonly months: readonly string[];
  readonly monthOf: ReadonlyMap<string, string>;
  readonly format: Intl.DateTimeFormat;
}

const known = new Map<string, CalendarNames>();

/** Made when a page has such a date, since the names of a calendar take a moment. */
function namesOf(calendar: OtherCalendar): CalendarNames {
  const found = known.get(calendar.name) ?? listNames(calendar);
  known.set(calendar.name, found);
  return found;
}

/** A year's months in their order: of three years, since a leap year has another. */
function listNames({ name, locales, spellings }: OtherCalendar): CalendarNames {
  const formatOf = (locale: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, {
      ...options,
      calendar: name,
      numberingSystem: 'latn',
      timeZone: 'UTC',
    });
  const numeric = formatOf('en', { month: 'numeric' });
  const english = formatOf('en', { month: 'long' });
  const local = locales.map((locale) => formatOf(locale, { month: 'long' }));
  const months: string[] = [];
  const monthOf = new Map<string, string>();
  for (let day = 0; day < 1100; day += 14) {
    const time = Date.UTC(2022, 0, 1) + day * dayMs;
    const month = phraseOf(english.format(time));
    months[Number.parseInt(numeric.format(time), 10) - 1] ??= month;
    for (const format of local) monthOf.set(phraseOf(format.format(time)), month);
  }
  for (const [spelling, month] of Object.entries(spellings))
    monthOf.set(phraseOf(spelling), phraseOf(month));
  return {
    months,
    monthOf,
    format: formatOf('en', { year: 'numeric', month: 'long', day: 'numeric' }),
  };
}

let weekdaysByName: ReadonlyMap<string, number> | null = null;

function weekdayNames(): ReadonlyMap<string, number> {
  return (weekdaysByName ??= new Map(
    ['ar', 'fa', 'ur', 'he', 'en', 'tr', 'fr'].flatMap((locale) => {
      const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
      // 2023 began on a Sunday. A name of two words, as in Hebrew and Persian, is left out.
      return Array.from({ length: 7 }, (_, day) => {
        const name = phraseOf(format.format(Date.UTC(2023, 0, 1 + day)));
        return [name, day] as const;
      });
    }),
  ));
}
