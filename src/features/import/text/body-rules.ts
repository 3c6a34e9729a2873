import { readBracketed } from '../../../lib/captions';
import { countSharedWords, tokensOf } from '../../../lib/phrases';
import { countWords } from '../../../lib/text';
import { isAltLine } from './alt-line';
import { isDateLine } from './date-line';
import { findHeadings, isContent, isDatum, isListHeading } from './headings';
import { endsSentence, isBodyLike, isListItem, isOpenEnded, isShortQuestion } from './line-shapes';
import type { PageLine } from './page-lines';
import { findOpen, type Finding, type PageReading, type Rule } from './rule';
import { phrasesOf } from './words';

/** The longest heading, in words: a longer line is a paragraph without its full stop. */
const subheadingMaxWords = 9;

const continuations = phrasesOf('continuations');

/** The shortest alt line and the shortest caption in such a block, in words. */
const altMinWords = 4;

const likeFurniture = 'it begins like a line of the page’s own, but says more';
const likeTitle = 'it says the headline’s words again above the text, as captions do';
const amongFurniture = 'it stands among the page’s own lines, and no rule knows it';
const likeCaption = 'it ends in brackets like a caption, but they name no known source';

/** A caption that says the headline again has so many of its words. */
const captionMinSharedWords = 2;

/** The longest heading that opens the body: a longer line there is a standfirst. */
const firstHeadingMaxWords = 6;

/** What the article says and shows. */
export const bodyRules: readonly Rule[] = [
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
    name: 'heading of a list',
    reason: 'Some words head a list of points on every site: ‘Key points’.',
    find: (page) => findOpen(page, 'heading', ({ text }) => isListHeading(text)),
  },
  {
    name: 'opening caption',
    reason: 'A line above the text that says the headline’s words again shows its picture.',
    find: findOpeningCaption,
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
    find: findRest,
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
    else if (roles[index - 1] === null && isLikeAlt(above) && countWords(text) >= altMinWords)
      findings.push({ index: index - 1, role: 'alt' }, { index, role: 'caption' });
  });
  return findings;
}

function isLikeAlt({ text, gapBefore }: PageLine): boolean {
  const words = countWords(text);
  const isTied = gapBefore > 0 && readBracketed(text) === null;
  return isTied && words >= altMinWords && !endsSentence(text) && !isOpenEnded(text);
}

function findDoubtfulCaptions(page: PageReading): readonly Finding[] {
  const isDoubtful = ({ text }: PageLine) => {
    const bracketed = readBracketed(text);
    return bracketed !== null && countWords(bracketed.caption) > subheadingMaxWords;
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
  return countWords(text) > subheadingMaxWords || isListItem(text) || goesOn;
}

/** Between the byline or the date and the text, a picture without a credit says what it shows. */
function findOpeningCaption(page: PageReading): readonly Finding[] {
  const { lines, roles } = page;
  const index = roles.findIndex((role) => role === null || isContent(role));
  const line = lines[index];
  const title = lines[roles.indexOf('title')]?.text ?? '';
  const below = roles[index + 1] ?? null;
  const isOfText =
    below === 'paragraph' || (below === null && isBodyLike(lines[index + 1]?.text ?? ''));
  if (line === undefined || roles[index] !== null || !isOfText || isBodyLike(line.text)) return [];
  const shared = countSharedWords(line.text, title);
  const isAgain = shared >= captionMinSharedWords && countWords(line.text) > shared;
  return isAgain ? [{ index, role: 'caption', doubt: likeTitle }] : [];
}

/** What is left, and whether it stands among the page's own lines below the article. */
function findRest(page: PageReading): readonly Finding[] {
  const { roles } = page;
  const last = page.lines.findLastIndex(
    ({ text }, index) => roles[index] === 'paragraph' && isBodyLike(text),
  );
  const own = roles.indexOf('furniture', Math.max(0, last));
  return findOpen(page, 'paragraph', () => true).map((finding) =>
    own >= 0 && last >= 0 && finding.index > own && !isDatum(page.lines[finding.index]?.text ?? '')
      ? { ...finding, doubt: amongFurniture }
      : finding,
  );
}

function findOpeningLine(page: PageReading): readonly Finding[] {
  const first = page.roles.findIndex((role) => role === null || isContent(role));
  const isLong = ({ text }: PageLine): boolean => countWords(text) > firstHeadingMaxWords;
  return findOpen(page, 'paragraph', isLong, first, first + 1);
}
