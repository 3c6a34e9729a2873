import { countWords } from '../../../lib/text';
import { isAltLine } from './alt-line';
import { readCaption } from './caption-line';
import {
  endsSentence,
  HEADING_MAX_WORDS,
  isListItem,
  isOpenEnded,
  isShortQuestion,
} from './line-shapes';
import type { PageLine } from './page-lines';
import { findOpen, type Finding, type PageReading, type Rule } from './rule';

/** The longest heading that opens the body: a longer line there is a standfirst. */
const FIRST_HEADING_MAX_WORDS = 6;

/** So many short lines in a row are a list, of which the last may head what follows. */
const LIST_MIN_LINES = 3;

/** What the article says and shows. */
export const BODY_RULES: readonly Rule[] = [
  {
    name: 'caption',
    reason: 'A caption ends in its credit in brackets, and nothing stands after the bracket.',
    find: (page) => findOpen(page, 'caption', ({ text }) => readCaption(text) !== null),
  },
  {
    name: 'alt',
    reason: 'A line tied to the caption below it, which ends no sentence, tells what is seen.',
    find: (page) => findOpen(page, 'alt', (_, index) => isAlt(page, index)),
  },
  {
    name: 'standfirst',
    reason:
      'What stands above the byline or the reading time introduces the article: it is read first.',
    find: (page) => findOpen(page, 'paragraph', () => true, 0, endOfHead(page)),
  },
  {
    name: 'sentence',
    reason: 'A paragraph ends its sentence or breaks off before a list; headings do neither.',
    find: (page) => findOpen(page, 'paragraph', ({ text }) => isSentence(text)),
  },
  {
    name: 'long line',
    reason: 'No heading is that long, nor is one an item of a list.',
    find: (page) => findOpen(page, 'paragraph', ({ text }) => isTooLongToHead(text)),
  },
  {
    name: 'opening line',
    reason: 'The opening section has no heading: a long line there is a standfirst.',
    find: findOpeningLine,
  },
  {
    name: 'heading',
    reason: 'A short line without a full stop heads what follows it.',
    find: findHeadings,
  },
  {
    name: 'rest',
    reason: 'What is left is said in the article, and nothing of it may be lost.',
    find: (page) => findOpen(page, 'paragraph', () => true),
  },
];

function isAlt({ lines, roles }: PageReading, index: number): boolean {
  return roles[index + 1] === 'caption' && isAltLine(lines, index);
}

function endOfHead({ roles }: PageReading): number {
  return Math.max(roles.lastIndexOf('byline'), roles.lastIndexOf('reading-time'));
}

function isSentence(text: string): boolean {
  return (endsSentence(text) && !isShortQuestion(text)) || isOpenEnded(text);
}

function isTooLongToHead(text: string): boolean {
  return countWords(text) > HEADING_MAX_WORDS || isListItem(text);
}

function findOpeningLine(page: PageReading): readonly Finding[] {
  const first = page.roles.findIndex((role) => role === null || isContent(role));
  const isLong = ({ text }: PageLine): boolean => countWords(text) > FIRST_HEADING_MAX_WORDS;
  return findOpen(page, 'paragraph', isLong, first, first + 1);
}

function isContent(role: PageReading['roles'][number]): boolean {
  return role === 'paragraph' || role === 'caption' || role === 'alt' || role === 'heading';
}

/** A heading heads something: the last open line of a run, or both of two; more are a list. */
function findHeadings({ lines, roles }: PageReading): readonly Finding[] {
  const findings: Finding[] = [];
  let run: Finding[] = [];
  lines.forEach((_, index) => {
    const role = roles[index] ?? null;
    if (role === null) run.push({ index, role: 'heading' });
    else if (isContent(role)) {
      findings.push(...(run.length < LIST_MIN_LINES ? run : run.slice(-1)));
      run = [];
    }
  });
  return findings;
}
