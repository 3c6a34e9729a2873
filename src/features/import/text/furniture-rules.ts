import { countWords } from '../../../lib/text';
import { readByline } from './byline-line';
import { isDateLine, isTimestamp } from './date-line';
import { isNavigation, isNetworkRow } from './furniture-line';
import { hasWords, isBodyLike, isShortPhrase, isShortQuestion } from './line-shapes';
import { findInsets, findLists } from './link-lists';
import {
  findBesideFurniture,
  findContents,
  findEntryTimes,
  findFormFields,
  findLoneNumbers,
} from './page-blocks';
import type { PageLine } from './page-lines';
import { findOpen, type Finding, type PageReading, type Rule } from './rule';

/** The longest heading of a comment form, in words. */
const formHeadingMaxWords = 5;

/** So many lines of a comment form make one of what stands between and below them. */
const formMinLines = 2;

const digit = /\p{Nd}/u;

/** What is no part of the article; these rules come first, so that the others see the article only. */
export const furnitureRules: readonly Rule[] = [
  {
    name: 'ornament',
    reason: 'A line without a letter or a digit says nothing.',
    find: (page) => findOpen(page, 'furniture', ({ text }) => !hasWords(text)),
  },
  {
    name: 'share',
    reason: 'Share buttons and advertisements are the same words on every page of a site.',
    find: (page) =>
      findOpen(
        page,
        'furniture',
        (line, index) => line.furniture === 'anywhere' && !mayBeHeadline(page, index),
      ),
  },
  {
    name: 'image',
    reason: 'A caption ends in its credit, or stands in a block with it.',
    find: ({ images }) =>
      images.flatMap(({ indices }) =>
        indices.map((index) => ({ index, role: 'caption' as const })),
      ),
  },
  {
    name: 'times of entries',
    reason: 'A live page sets the time above each of its entries.',
    find: findEntryTimes,
  },
  {
    name: 'timestamp',
    reason: 'A line that is a date and says ‘published’, or the time of day, is the page’s.',
    find: (page) => findOpen(page, 'furniture', ({ text }) => isTimestamp(text)),
  },
  {
    name: 'row of buttons',
    reason: 'Networks and other buttons stand in one row with the share button.',
    find: findButtons,
  },
  {
    name: 'comment form',
    reason: 'The lines of a comment form together end the page, with the comments between them.',
    find: (page) => findOpen(page, 'furniture', () => true, startOfForm(page)),
  },
  {
    name: 'fields of a form',
    reason: 'Three fields and buttons in a row are a form.',
    find: findFormFields,
  },
  {
    name: 'table of contents',
    reason: 'Lines above the text that stand again below it lead to the headings there.',
    find: findContents,
  },
  {
    name: 'form heading',
    reason: 'A short line that stands in one block with the comment form below it is its heading.',
    find: findFormHeadings,
  },
  {
    name: 'list of links',
    reason:
      'Short lines below a label such as ‘Read also’, and before the text goes on, are links.',
    find: findLists,
  },
  {
    name: 'inset',
    reason: 'Two sections’ names in a row within the text stand above another article’s title.',
    find: findInsets,
  },
  {
    name: 'end of page',
    reason: 'Below the last of the body stand lines of the page’s own words.',
    find: (page) =>
      findOpen(page, 'furniture', ({ furniture }) => furniture !== null, endOfBody(page) + 1),
  },
  {
    name: 'beside the page’s own',
    reason: 'Links of the page’s edge stand together below the middle of the article.',
    find: findBesideFurniture,
  },
  {
    name: 'number alone',
    reason: 'A number alone among the page’s own lines counts something or numbers a list.',
    find: findLoneNumbers,
  },
  {
    name: 'comment link',
    reason: 'Below the headline stands a link to the comments, not yet their form.',
    find: (page) => findOpen(page, 'furniture', ({ furniture }) => furniture === 'comment-form'),
  },
];

/** 'Related: …' leads to another article, but not as the first line above a byline. */
function mayBeHeadline({ lines }: PageReading, index: number): boolean {
  const [first, second] = lines;
  const isLabel = first?.beginsLikeFurniture === true || first?.isListLabel === true;
  const below = second?.text ?? '';
  return index === 0 && isLabel && (readByline(below) !== null || isDateLine(below));
}

function findButtons({ lines, roles }: PageReading): readonly Finding[] {
  const findings: Finding[] = [];
  let isBeside = false;
  lines.forEach(({ text, furniture }, index) => {
    const below = lines[index + 1];
    const isAboveText = below?.furniture === null && isBodyLike(below.text) && !isNetworkRow(text);
    const isButton = isBeside && furniture === 'edge' && isNavigation(text) && !isAboveText;
    if (isButton && roles[index] === null) findings.push({ index, role: 'furniture' });
    isBeside = roles[index] === 'furniture' || isButton;
  });
  return findings;
}

/** The last line that can only be of the article's body; the first open line where there is none. */
function endOfBody({ lines, roles }: PageReading): number {
  const first = lines.findIndex(
    ({ furniture }, index) => roles[index] === null && furniture === null,
  );
  let last = Math.max(first, roles.indexOf(null));
  lines.forEach(({ text, furniture }, index) => {
    const isOpen = roles[index] === null || roles[index] === 'caption';
    if (index > last && isOpen && furniture === null && isBodyLike(text) && !isShortQuestion(text))
      last = index;
  });
  return last;
}

/** The first line of a form that ends the page; the number of lines where none does. */
function startOfForm({ lines, roles }: PageReading): number {
  const isBody = lines.map(
    ({ text, furniture }, index) =>
      roles[index] !== 'furniture' && furniture === null && isBodyLike(text),
  );
  const form = lines.flatMap(({ furniture }, index) =>
    furniture === 'comment-form' ? [index] : [],
  );
  const total = isBody.filter(Boolean).length;
  let before = 0;
  let place = 0;
  for (let index = 0; index < lines.length; index += 1) {
    // A form comes after the body: a link to it below the headline has more after it than before.
    const endsBody = before > 0 && before * 2 >= total;
    if (index === form[place]) {
      if (endsBody && form.length - place >= formMinLines) return index;
      place += 1;
    }
    if (isBody[index] === true) before += 1;
  }
  return lines.length;
}

/** Walks up from the form's first line, as long as no empty line sets apart what is above. */
function findFormHeadings(page: PageReading): readonly Finding[] {
  const { lines } = page;
  const findings: Finding[] = [];
  let index = startOfForm(page);
  if (index >= lines.length) return [];
  for (; lines[index]?.gapBefore === 0 && isFormHeading(lines[index - 1]); index -= 1)
    findings.push({ index: index - 1, role: 'furniture' });
  return index > 1 && (lines[index]?.gapBefore ?? 0) > 0 ? findings : [];
}

function isFormHeading(line: PageLine | undefined): boolean {
  return (
    line !== undefined &&
    !isBodyLike(line.text) &&
    !digit.test(line.text) &&
    countWords(line.text) > 0 &&
    isShortPhrase(line.text, formHeadingMaxWords)
  );
}
