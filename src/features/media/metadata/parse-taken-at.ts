import type { TakenAt } from './file-metadata';

/** '2024-05-01T12:30:05.25+03:00' of XMP and '2024:05:01 12:30:05' of EXIF; the time may be missing. */
const pattern =
  /^(\d{4})[-:](\d\d)[-:](\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/u;

/** The oldest photograph that is kept. */
const firstYear = 1826;

const maxOffsetMinutes = 15 * 60;
const msPerMinute = 60_000;

/** Reads an instant or a day as XMP and EXIF write it; null for anything else. */
export function parseTakenAt(text: string): TakenAt | null {
  if (text.length > 40) return null;
  const match = pattern.exec(text.trim());
  if (match === null) return null;
  const [, year = '', month = '', day = '', hour, minute, second, fraction, zone] = match;
  const iso = `${year}-${month}-${day}T${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}`;
  const local = new Date(`${iso}.${(fraction ?? '').slice(0, 3).padEnd(3, '0')}Z`);
  // What the calendar does not have rolls over: the 31st of a short month.
  if (Number(year) < firstYear || !isSame(local, iso)) return null;
  const offsetMinutes = readOffset(zone);
  return {
    at: new Date(local.getTime() - (offsetMinutes ?? 0) * msPerMinute),
    offsetMinutes,
    hasTime: hour !== undefined,
  };
}

/** Of several statements the first, made more exact by those that agree with it. */
export function firstTakenAt(found: readonly (TakenAt | null)[]): TakenAt | null {
  const all = found.filter((one) => one !== null);
  const [first] = all;
  if (first === undefined) return null;
  const timed = first.hasTime
    ? first
    : (all.find((one) => one.hasTime && localOf(one, 10) === localOf(first, 10)) ?? first);
  if (timed.offsetMinutes !== null) return timed;
  return (
    all.find((one) => one.offsetMinutes !== null && localOf(one, 19) === localOf(timed, 19)) ??
    timed
  );
}

function isSame(local: Date, iso: string): boolean {
  return !Number.isNaN(local.getTime()) && local.toISOString().startsWith(iso);
}

function readOffset(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  if (zone === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return minutes <= maxOffsetMinutes ? sign * minutes : null;
}

function localOf({ at, offsetMinutes }: TakenAt, length: number): string {
  const local = new Date(at.getTime() + (offsetMinutes ?? 0) * msPerMinute);
  return local.toISOString().slice(0, length);
}
