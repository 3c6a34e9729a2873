import { isAgency } from '../../../lib/captions';
import { phraseOf } from '../../../lib/phrases';
import { countWords } from '../../../lib/text';
import { isAltLine } from './alt-line';
import { isDesk, isJobLine, readByline } from './byline-line';
import { isDateLabel, isDateLine } from './date-line';
import { isHeadNotice, isNavigation } from './furniture-line';
import { endsSentence, isBodyLike, isShortPhrase } from './line-shapes';
import { findTitleIndex, isAboveHeadline } from './page-head';
import type { PageLine } from './page-lines';
import { readReadingTime } from './reading-time-line';
import { findOpen, type Finding, type PageReading, type Rule } from './rule';
import { titleFaultOf } from './title-fault';
import { phrasesOf } from './words';

/** How far below the title the head reaches at most, in lines. */
const headLines = 14;

/** How far below the title a byline without 'By' or minutes alone stand at most, in lines. */
const nearLines = 6;

/** How many lines of text may stand above a name in words: a standfirst and a first paragraph. */
const textsAboveCredit = 2;

/** The longest byline without 'By' beside a reading time or a date, in words, and without one. */
const nameMaxWords = 6;
const loneNameMaxWords = 5;
const furtherNameMaxWords = 5;
const loneNameMinWords = 2;

/** So many lines name the writer, the paper and the town at most. */
const namesMaxLines = 3;

/** What sets a name, a paper and a town apart in one byline. */
const nameSeparator = /\s+[-\u2013\u2014|/\u00B7\u2022+]\s+/u;
const nameMaxParts = 3;

/** What follows a name in brackets: a town, a post. */
const trailingBracket = /\s*\([^()]{1,60}\)$/u;

/** The longest line of the head that says where the news came from, in words. */
const sourceMaxWords = 4;

const digit = /\p{Nd}/u;
const lowerCaseWord = /^\p{Ll}/u;
const nameParticle =
  /^(?:al|and|bin|da|de|del|der|di|du|el|et|ibn|la|le|of|und|van|ve|von|y|the|for)$/u;

const jobs = phrasesOf('jobs');
const honorifics = phrasesOf('honorifics');
const opinionSections = phrasesOf('opinionSections');

/** An account of a network: '@janedoe'. */
const handle = /^@\w{2,30}$/u;

const nameAboveHeadline = 'it stands above the headline beside a date, and is taken for a name';
const aboveHeadline = 'it stands above the headline, and no rule knows it';

/** What stands above the body: title, reading time, byline. */
export const headRules: readonly Rule[] = [
  {
    name: 'reading time',
    reason: 'The head states minutes of reading, alone or beside the byline.',
    find: findReadingTime,
  },
  {
    name: 'title',
    reason: 'The first line heads the article, unless it is a section’s name, a date or a notice.',
    find: findTitle,
  },
  {
    name: 'above the title',
    reason: 'Sections, dates and notices stand above the headline.',
    find: findAboveTitle,
  },
  {
    name: 'repeated title',
    reason: 'Some pages say their title twice: as the window’s and as the headline.',
    find: (page) => {
      const title = titleOf(page);
      return findOpen(page, 'title', ({ text }) => text === title, 0, headEnd(page));
    },
  },
  {
    name: 'date',
    reason: 'A line of the head that is little more than a date is the page’s time stamp.',
    find: findDates,
  },
  {
    name: 'section below the title',
    reason: 'A known section’s name between the headline and the text is a link.',
    find: (page) => {
      const start = page.roles.indexOf('title') + 1;
      const isLink = ({ text, furniture }: PageLine, index: number) =>
        (isNavigation(text) && !headsBrief(page, index)) ||
        isHeadNotice(text) ||
        (furniture === 'edge' && countWords(text) <= sourceMaxWords);
      return findOpen(page, 'furniture', isLink, start, firstText(page));
    },
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
    name: 'byline at the date',
    reason: 'A short line right above or below the head’s date is a name.',
    find: findBylineAtDate,
  },
  {
    name: 'byline below the title',
    reason:
      'The opening section has no heading, so a short line between it and the title is a name.',
    find: findBylineBelowTitle,
  },
  {
    name: 'work of the writer',
    reason: 'Below a name stands what the writer does, or an account.',
    find: findJobs,
  },
];

function findReadingTime(page: PageReading): readonly Finding[] {
  const first = page.roles.indexOf(null);
  const isOfHead = ({ text }: PageLine, index: number): boolean => {
    const time = readReadingTime(text);
    if (time === null || isDateLine(text) || endsSentence(text.replace(/\.$/u, ''))) return false;
    const hasNoName = time.name === null || readByline(text) !== null;
    if (index === first) return time.saysReading && hasNoName;
    if (index > first + nearLines) return time.saysReading && time.name === null;
    return time.saysReading || (hasNoName && isAboveBody(page, first + 1, index));
  };
  return findOpen(page, 'reading-time', isOfHead, first, first + 1 + headLines);
}

/** Minutes alone are a reading time only in the head: below the title and a standfirst at most. */
function isAboveBody({ lines }: PageReading, start: number, index: number): boolean {
  return lines.slice(start, index).filter(({ text }) => isBodyLike(text)).length <= 1;
}

function findTitle(page: PageReading): readonly Finding[] {
  const index = findTitleIndex(page);
  return index >= 0 && titleFaultOf(page, index) === null ? [{ index, role: 'title' }] : [];
}

function findAboveTitle(page: PageReading): readonly Finding[] {
  const title = page.roles.indexOf('title');
  if (title < 0) return findOpen(page, 'furniture', ({ text }) => isDateLine(text), 0, 1);
  return findOpen(page, 'furniture', () => true, 0, title).map((finding) => {
    if (isNameBesideDate(page, finding.index) || isColumnist(page, finding.index, title)) {
      return { ...finding, role: 'byline', doubt: nameAboveHeadline };
    }
    return isAboveHeadline(page.lines[finding.index]?.text ?? '')
      ? finding
      : { ...finding, role: 'paragraph', doubt: aboveHeadline };
  });
}

/** Some pages have the writer and the date above the headline. */
function isNameBesideDate(page: PageReading, index: number): boolean {
  const isDated = [index - 1, index + 1].some((at) => isDateLine(page.lines[at]?.text ?? ''));
  return isDated && isName(page, index, nameMaxWords);
}

/** In opinions the writer, and what he does, may stand above the headline. */
function isColumnist(page: PageReading, index: number, title: number): boolean {
  const text = page.lines[index]?.text ?? '';
  if (isJobLine(text) || (hasHonorific(text) && isName(page, index, nameMaxWords))) return true;
  const below = page.lines[index + 1]?.text ?? '';
  const isSigned = index + 1 < title && isJobLine(below);
  const isOpinion =
    index + 1 === title &&
    page.lines.slice(0, index).some((line) => opinionSections.has(phraseOf(line.text)));
  return (isSigned || isOpinion) && isName(page, index, loneNameMaxWords);
}

/** 'د. سلمى الراوي' */
function hasHonorific(text: string): boolean {
  const [first] = text.split(' ');
  return honorifics.has(phraseOf(first ?? ''));
}

/** What a writer does stands below the name. */
function findJobs(page: PageReading): readonly Finding[] {
  const title = page.roles.indexOf('title');
  const isBelowName = (index: number): boolean => {
    const above = index - 1;
    return (
      page.roles[above] === 'byline' ||
      (above > title && isBelowName(above) && page.roles[above] === null)
    );
  };
  const isJob = ({ text }: PageLine, index: number) =>
    isBelowName(index) && (isJobLine(text) || handle.test(text));
  return findOpen(page, 'byline', isJob, title + 1, title + headLines);
}

/** In news in brief sections' names are headings: another one stands between two texts below. */
function headsBrief({ lines }: PageReading, index: number): boolean {
  const isText = (at: number) => isBodyLike(lines[at]?.text ?? '');
  const isHeading = (at: number) =>
    isNavigation(lines[at]?.text ?? '') && isText(at - 1) && isText(at + 1);
  return isText(index + 1) && (isHeading(index + 2) || isHeading(index + 3));
}

/** The first line of the body's text, which no picture is. */
function firstText(page: PageReading, count = 1): number {
  const start = page.roles.indexOf('title') + 1;
  let found = 0;
  for (let index = start; index < page.lines.length; index += 1) {
    const text = page.lines[index]?.text ?? '';
    if (page.roles[index] === null && isBodyLike(text)) found += 1;
    if (found === count) return index;
  }
  return page.lines.length;
}

/** The line at which the head ends: the first of the body's text, or the last reading time. */
function headEnd(page: PageReading): number {
  const title = page.roles.indexOf('title');
  const end = Math.max(firstText(page), page.roles.lastIndexOf('reading-time'));
  return Math.min(title + 1 + headLines, end);
}

function titleOf({ lines, roles }: PageReading): string | undefined {
  return lines[roles.indexOf('title')]?.text;
}

/** Below a standfirst a date is the head's only where a byline or the like stands beside it. */
function findDates(page: PageReading): readonly Finding[] {
  const start = page.roles.indexOf('title') + 1;
  const end = headEnd(page);
  const isBeside = (index: number) => {
    const text = page.lines[index]?.text ?? '';
    return page.roles[index] === 'reading-time' || readByline(text) !== null || isDesk(text);
  };
  const isHeadDate = ({ text }: PageLine, index: number) =>
    (isDateLine(text) && (index < end || isBeside(index - 1) || isBeside(index + 1))) ||
    (isDateLabel(text) && index < end && isDateLine(page.lines[index + 1]?.text ?? ''));
  return findOpen(page, 'furniture', isHeadDate, start, start + headLines);
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
  return findOpen(page, 'byline', ({ text }) => isName(text), start, start + nearLines);
}

function findCreditedByline(page: PageReading): readonly Finding[] {
  const title = page.roles.indexOf('title');
  const time = page.roles.lastIndexOf('reading-time');
  const near = Math.max(title + nearLines, time + 1);
  const isCredit = ({ text }: PageLine, index: number): boolean => {
    const byline = readByline(text);
    if (byline === null || endsSentence(text)) return false;
    return byline.isCertain || index <= near;
  };
  const texts = Math.max(firstText(page, textsAboveCredit), time + 1);
  const end = Math.min(title + headLines, texts);
  return findOpen(page, 'byline', isCredit, title + 1, end + 1).slice(0, 1);
}

function findBylineAtReadingTime(page: PageReading): readonly Finding[] {
  const title = page.roles.indexOf('title');
  const time = page.roles.indexOf('reading-time');
  if (title < 0 || time < 0 || page.roles.includes('byline')) return [];
  const names = listNames(page, time, -1);
  if (names.length > 0) return names.map((index) => ({ index, role: 'byline' }));
  const isTied =
    page.lines[time + 1]?.gapBefore === 0 && (page.lines[time + 2]?.gapBefore ?? 0) > 0;
  return isTied && nameBesideTime(page) === null ? findLoneName(page, time + 1) : [];
}

function findBylineAtDate(page: PageReading): readonly Finding[] {
  const title = page.roles.indexOf('title');
  if (title < 0 || page.roles.includes('byline') || nameBesideTime(page) !== null) return [];
  const end = Math.min(title + headLines, firstText(page, textsAboveCredit));
  for (let index = title + 1; index < end; index += 1) {
    if (!isDateLine(page.lines[index]?.text ?? '')) continue;
    const above = listNames(page, index, -1);
    const names = above.length > 0 ? above : listNames(page, index, 1);
    if (names.length > 0) return names.map((at) => ({ index: at, role: 'byline' }));
  }
  return [];
}

/** The lines right above or below another that are names: a writer's, and the paper's. */
function listNames(page: PageReading, from: number, step: 1 | -1): readonly number[] {
  const names: number[] = [];
  for (let index = from + step; names.length < namesMaxLines; index += step) {
    if (page.roles[index] === 'furniture' || page.roles[index] === 'caption') continue;
    const maxWords = names.length === 0 ? nameMaxWords : furtherNameMaxWords;
    if (page.roles[index] !== null || !isName(page, index, maxWords)) break;
    names.push(index);
  }
  return names.sort((one, other) => one - other);
}

function findBylineBelowTitle(page: PageReading): readonly Finding[] {
  const title = page.roles.indexOf('title');
  if (title < 0 || page.roles.includes('byline') || nameBesideTime(page) !== null) return [];
  const index = page.lines.findIndex(
    ({ text }, at) =>
      at > title &&
      page.roles[at] !== 'furniture' &&
      page.roles[at] !== 'title' &&
      !isOfImage(page, text, at),
  );
  const hasBody = page.lines.some(
    ({ text }, at) => at > index && page.roles[at] === null && isBodyLike(text),
  );
  return hasBody ? findLoneName(page, index) : [];
}

function findLoneName(page: PageReading, index: number): readonly Finding[] {
  return findOpen(page, 'byline', () => isName(page, index, loneNameMaxWords), index, index + 1);
}

function isOfImage(page: PageReading, text: string, index: number): boolean {
  return page.roles[index] === 'caption' || isAltLine(page, index);
}

function isName(page: PageReading, index: number, maxWords: number): boolean {
  const whole = page.lines[index]?.text ?? '';
  const text = whole.replace(trailingBracket, '');
  const parts = text.split(nameSeparator);
  if (isDesk(whole) || parts.every(isAgency)) return true;
  return (
    parts.length <= nameMaxParts &&
    parts.every((part) => isShortPhrase(part, maxWords) && isCapitalized(part)) &&
    countWords(text) >= loneNameMinWords &&
    !digit.test(text) &&
    !isNavigation(text) &&
    !isOfImage(page, whole, index)
  );
}

/** In scripts with capitals every word of a name has one, but for particles. */
function isCapitalized(text: string): boolean {
  return text
    .split(/\s+/u)
    .every(
      (word, index) =>
        !lowerCaseWord.test(word) ||
        (index > 0 && (nameParticle.test(word) || jobs.has(phraseOf(word)))),
    );
}
