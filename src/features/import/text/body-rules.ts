import { countWords } from '../../../lib/text';
import { isAltLine } from './alt-line';
import { readBracketed } from './caption-line';
import { isDateLine } from './date-line';
import { endsSentence, isBodyLike, isListItem, isOpenEnded, isShortQuestion } from './line-shapes';
import type { PageLine } from './page-lines';
import { findOpen, type Finding, type PageReading, type Rule } from './rule';
import { tokensOf } from './word-tokens';
import { phrasesOf } from './words';

/** The longest heading, in words: a longer line is a paragraph without its full stop. */
const SUBHEADING_MAX_WORDS = 9;

const continuations = phrasesOf('continuations');

/** The shortest alt line and the shortest caption in such a block, in words. */
const ALT_MIN_WORDS = 4;

const likeFurniture = 'it begins like a line of the page’s own, but says more';
const likeCaption = 'it ends in brackets like a caption, but they name no known source';

/** The longest heading that opens the body: a longer line there is a standfirst. */
const FIRST_HEADING_MAX_WORDS = 6;

/** So many short lines in a row are a list, of which the last may head what follows. */
const LIST_MIN_LINES = 3;

/** What the article says and shows. */
export const BODY_RULES: readonly Rule[] = [
  {
    name: 'alt',
    reason: 'A line tied to the caption below it, which ends no sentence, tells what is seen.',
    find: (page) => findOpen(page, 'alt', (_, index) => isAltLine(page, index)),
  },
  {
    name: 'caption by its place',
    reason: 'A line that ends in any brackets is a caption right after an alt line or an image.',
    find: findPlacedCaptions,
  },
  {
    name: 'standfirst',
    reason:
      'What stands above the byline or the reading time introduces the article: it is read first.',
    find: (page) => findOpen(page, 'paragraph', () => true, 0, endOfHead(page)),
  },
  {
    name: 'boilerplate in doubt',
    reason:
      'A line that only begins like boilerplate is the article’s, but a person may look at it.',
    find: (page) =>
      findOpen(page, 'paragraph', ({ beginsLikeFurniture }) => beginsLikeFurniture).map(
        (finding) => ({ ...finding, doubt: likeFurniture }),
      ),
  },
  {
    name: 'bracket in doubt',
    reason: 'Between two paragraphs a longer line with a name in brackets may be a caption.',
    find: findDoubtfulCaptions,
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

/** A block of an alt line and a line that ends in brackets, or such a line right after a caption. */
function findPlacedCaptions({ lines, roles, isSpaced }: PageReading): readonly Finding[] {
  if (!isSpaced) return [];
  const findings: Finding[] = [];
  lines.forEach(({ text, gapBefore }, index) => {
    const above = lines[index - 1];
    if (roles[index] !== null || gapBefore > 0 || above === undefined) return;
    if (readBracketed(text) === null || (lines[index + 1]?.gapBefore ?? 1) === 0) return;
    if (roles[index - 1] === 'caption') findings.push({ index, role: 'caption' });
    else if (roles[index - 1] === null && isLikeAlt(above) && countWords(text) >= ALT_MIN_WORDS)
      findings.push({ index: index - 1, role: 'alt' }, { index, role: 'caption' });
  });
  return findings;
}

function isLikeAlt({ text, gapBefore }: PageLine): boolean {
  const words = countWords(text);
  const isTied = gapBefore > 0 && readBracketed(text) === null;
  return isTied && words >= ALT_MIN_WORDS && !endsSentence(text) && !isOpenEnded(text);
}

function findDoubtfulCaptions(page: PageReading): readonly Finding[] {
  const isDoubtful = ({ text }: PageLine) => {
    const bracketed = readBracketed(text);
    return bracketed !== null && countWords(bracketed.caption) > SUBHEADING_MAX_WORDS;
  };
  return findOpen(page, 'paragraph', isDoubtful).map((finding) => ({
    ...finding,
    doubt: likeCaption,
  }));
}

function endOfHead({ lines, roles }: PageReading): number {
  const text = lines.findIndex((line, index) => roles[index] === null && isBodyLike(line.text));
  const isHeadDate = (line: PageLine, index: number) =>
    roles[index] === 'furniture' && index < text && isDateLine(line.text);
  return Math.max(
    roles.lastIndexOf('byline'),
    roles.lastIndexOf('reading-time'),
    lines.findLastIndex(isHeadDate),
  );
}

function isSentence(text: string): boolean {
  return (endsSentence(text) && !isShortQuestion(text)) || isOpenEnded(text);
}

/** No heading begins as a sentence goes on: 'وأضاف', 'وبحسب'. */
function isTooLongToHead(text: string): boolean {
  const [first] = tokensOf(text);
  const goesOn = first !== undefined && continuations.has(first.folded);
  return countWords(text) > SUBHEADING_MAX_WORDS || isListItem(text) || goesOn;
}

function findOpeningLine(page: PageReading): readonly Finding[] {
  const first = page.roles.findIndex((role) => role === null || isContent(role));
  const isLong = ({ text }: PageLine): boolean => countWords(text) > FIRST_HEADING_MAX_WORDS;
  return findOpen(page, 'paragraph', isLong, first, first + 1);
}

function isContent(role: PageReading['roles'][number]): boolean {
  return role === 'paragraph' || role === 'caption' || role === 'alt' || role === 'heading';
}

/**
 * A heading heads something: the last open line of a run, or both of two; more are a list. So are
 * lines that stand in one block, as a team's players do, and then a line of its own heads them.
 */
function findHeadings(page: PageReading): readonly Finding[] {
  const { lines, roles } = page;
  const findings: Finding[] = [];
  let run: number[] = [];
  lines.forEach((_, index) => {
    const role = roles[index] ?? null;
    if (role === null && isInList(page, index)) {
      findings.push(...headsOf(run));
      run = [];
    } else if (role === null) run.push(index);
    else if (isContent(role)) {
      findings.push(...headsOf(run));
      run = [];
    }
  });
  return findings;
}

function headsOf(run: readonly number[]): readonly Finding[] {
  const heads = run.length < LIST_MIN_LINES ? run : run.slice(-1);
  return heads.map((index) => ({ index, role: 'heading' }));
}

/** Whether a line stands in one block with another short one, or below a line that ends in a colon. */
function isInList({ lines, roles, isSpaced }: PageReading, index: number): boolean {
  if (!isSpaced) return false;
  const isTied = lines[index]?.gapBefore === 0;
  const above = lines[index - 1]?.text ?? '';
  const goesOn = isTied && (roles[index - 1] === null || isOpenEnded(above));
  return goesOn || (roles[index + 1] === null && lines[index + 1]?.gapBefore === 0);
}
