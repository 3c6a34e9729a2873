import { isAltLine } from './alt-line';
import { readByline } from './byline-line';
import { readCaption } from './caption-line';
import { isDateLine } from './date-line';
import { endsSentence, isBodyLike, isShortPhrase } from './line-shapes';
import type { PageLine } from './page-lines';
import { readReadingTime } from './reading-time-line';
import { findOpen, type Finding, type PageReading, type Rule } from './rule';
import { titleFaultOf } from './title-fault';
import { phraseOf } from './word-tokens';

/** How far below the title a byline or a reading time stands at most, in lines. */
const HEAD_LINES = 6;

/** How far below the title a name in words ('By …') stands at most: a standfirst fits between. */
const CREDIT_LINES = 3;

/** The longest byline without 'By' beside a reading time, in words, and without one. */
const NAME_MAX_WORDS = 6;
const LONE_NAME_MAX_WORDS = 5;

/** What sets a name, a paper and a town apart in one byline. */
const NAME_SEPARATOR = /\s+[-\u2013\u2014|/\u00B7\u2022]\s+/u;
const NAME_MAX_PARTS = 3;

const DIGIT = /\p{Nd}/u;

/** What stands above the body: title, reading time, byline. */
export const HEAD_RULES: readonly Rule[] = [
  {
    name: 'reading time',
    reason: 'The head states minutes of reading, alone or beside the byline.',
    find: findReadingTime,
  },
  {
    name: 'title',
    reason: 'The first line of the article heads it, unless it has the shape of what comes below.',
    find: findTitle,
  },
  {
    name: 'repeated title',
    reason: 'Some pages say their title twice: as the window’s and as the headline.',
    find: (page) => findInHead(page, 'title', ({ text }) => text === titleOf(page)),
  },
  {
    name: 'date',
    reason: 'A line of the head that is little more than a date is the page’s time stamp.',
    find: (page) => findInHead(page, 'furniture', ({ text }) => isDateLine(text)),
  },
  {
    name: 'named byline',
    reason: 'The name that stands beside the reading time is the byline where it stands alone.',
    find: findNamedByline,
  },
  {
    name: 'credited byline',
    reason: 'A name after ‘By’ or ‘كتب’ is the writer’s.',
    find: findCreditedByline,
  },
  {
    name: 'byline at the reading time',
    reason:
      'A short line directly above the reading time, or tied to it from below, is the byline.',
    find: findBylineAtReadingTime,
  },
  {
    name: 'byline below the title',
    reason:
      'The opening section has no heading, so a short line between it and the title is a name.',
    find: findBylineBelowTitle,
  },
];

function findReadingTime(page: PageReading): readonly Finding[] {
  const first = page.roles.indexOf(null);
  const isOfHead = ({ text }: PageLine, index: number): boolean => {
    const time = readReadingTime(text);
    if (time === null || endsSentence(text.replace(/\.$/u, ''))) return false;
    const hasNoName = time.name === null || readByline(text) !== null;
    if (index === first) return time.saysReading && hasNoName;
    return time.saysReading || (hasNoName && isAboveBody(page, first + 1, index));
  };
  return findOpen(page, 'reading-time', isOfHead, first, first + 1 + HEAD_LINES);
}

/** Minutes alone are a reading time only in the head: below the title and a standfirst at most. */
function isAboveBody({ lines }: PageReading, start: number, index: number): boolean {
  return lines.slice(start, index).filter(({ text }) => isBodyLike(text)).length <= 1;
}

function findTitle(page: PageReading): readonly Finding[] {
  const index = page.roles.findIndex((role) => role !== 'furniture');
  return index >= 0 && titleFaultOf(page, index) === null ? [{ index, role: 'title' }] : [];
}

function findInHead(
  page: PageReading,
  role: Finding['role'],
  picks: (line: PageLine, index: number) => boolean,
): readonly Finding[] {
  const start = page.roles.indexOf('title') + 1;
  const body = page.lines.findIndex(({ text }, index) => index >= start && isBodyLike(text));
  const end = Math.max(body, page.roles.lastIndexOf('reading-time'));
  return findOpen(page, role, picks, start, Math.min(start + HEAD_LINES, end));
}

function titleOf({ lines, roles }: PageReading): string | undefined {
  return lines[roles.indexOf('title')]?.text;
}

/** Finds the line that names the byline beside the reading time, or else null. */
function nameBesideTime({ lines, roles }: PageReading): string | null {
  const names = lines
    .filter((_, index) => roles[index] === 'reading-time')
    .map(({ text }) => readReadingTime(text)?.name ?? null);
  return names.find((name) => name !== null) ?? null;
}

function findNamedByline(page: PageReading): readonly Finding[] {
  const name = nameBesideTime(page);
  if (name === null) return [];
  const isName = (text: string): boolean =>
    phraseOf(readByline(text)?.name ?? text) === phraseOf(name) ||
    phraseOf(text) === phraseOf(name);
  const start = page.roles.indexOf('title') + 1;
  return findOpen(page, 'byline', ({ text }) => isName(text), start, start + HEAD_LINES);
}

function findCreditedByline(page: PageReading): readonly Finding[] {
  const title = page.roles.indexOf('title');
  const time = page.roles.lastIndexOf('reading-time');
  const isCredit = ({ text }: PageLine): boolean =>
    readByline(text) !== null && !endsSentence(text) && readCaption(text) === null;
  const end = Math.max(title + CREDIT_LINES, time + 1);
  return findOpen(page, 'byline', isCredit, title + 1, end + 1).slice(0, 1);
}

function findBylineAtReadingTime(page: PageReading): readonly Finding[] {
  const title = page.roles.indexOf('title');
  const time = page.roles.indexOf('reading-time');
  if (title < 0 || time < 0 || page.roles.includes('byline')) return [];
  const above = page.roles.lastIndexOf(null, time);
  const isBeside = page.roles.slice(above + 1, time).every((role) => role === 'furniture');
  if (above > title && isBeside && isName(page, above, NAME_MAX_WORDS))
    return [{ index: above, role: 'byline' }];
  const isTied =
    page.lines[time + 1]?.gapBefore === 0 && (page.lines[time + 2]?.gapBefore ?? 0) > 0;
  return isTied && nameBesideTime(page) === null ? findLoneName(page, time + 1) : [];
}

function findBylineBelowTitle(page: PageReading): readonly Finding[] {
  const title = page.roles.indexOf('title');
  if (title < 0 || page.roles.includes('byline') || nameBesideTime(page) !== null) return [];
  const index = page.lines.findIndex(
    ({ text }, at) => at > title && page.roles[at] !== 'furniture' && !isOfImage(page, text, at),
  );
  const hasBody = page.lines.some(
    ({ text }, at) => at > index && page.roles[at] === null && isBodyLike(text),
  );
  return hasBody ? findLoneName(page, index) : [];
}

function findLoneName(page: PageReading, index: number): readonly Finding[] {
  return findOpen(page, 'byline', () => isName(page, index, LONE_NAME_MAX_WORDS), index, index + 1);
}

function isOfImage(page: PageReading, text: string, index: number): boolean {
  return readCaption(text) !== null || isAltLine(page.lines, index);
}

function isName(page: PageReading, index: number, maxWords: number): boolean {
  const text = page.lines[index]?.text ?? '';
  const parts = text.split(NAME_SEPARATOR);
  return (
    parts.length <= NAME_MAX_PARTS &&
    parts.every((part) => isShortPhrase(part, maxWords)) &&
    !DIGIT.test(text) &&
    !isOfImage(page, text, index)
  );
}
