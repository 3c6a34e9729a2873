import { hasWords, isBodyLike, isShortPhrase } from './line-shapes';
import type { PageLine } from './page-lines';
import { findOpen, type Finding, type PageReading, type Rule } from './rule';

/** The longest heading of a comment form, in words. */
const FORM_HEADING_MAX_WORDS = 5;

/** What is no part of the article; these rules come first, so that the others see the article only. */
export const FURNITURE_RULES: readonly Rule[] = [
  {
    name: 'ornament',
    reason: 'A line without a letter or a digit says nothing.',
    find: (page) => findOpen(page, 'furniture', ({ text }) => !hasWords(text)),
  },
  {
    name: 'share',
    reason: 'Share buttons and advertisements are the same words on every page of a site.',
    find: (page) => findOpen(page, 'furniture', ({ furniture }) => furniture === 'anywhere'),
  },
  {
    name: 'navigation',
    reason: "The site's own links stand above the headline, share buttons stand in rows.",
    find: findNavigation,
  },
  {
    name: 'end of page',
    reason: 'From the first machinery after the last of the body on, all is the page’s.',
    find: (page) => findOpen(page, 'furniture', () => true, startOfTail(page)),
  },
  {
    name: 'form heading',
    reason: 'A short line that stands in one block with the machinery below it is its heading.',
    find: findFormHeadings,
  },
  {
    name: 'comment link',
    reason: 'Below the headline stands a link to the comments, not yet their form.',
    find: (page) => findOpen(page, 'furniture', ({ furniture }) => furniture === 'comment-form'),
  },
];

function findNavigation({ lines, roles }: PageReading): readonly Finding[] {
  const findings: Finding[] = [];
  let isBesideFurniture = true;
  lines.forEach(({ furniture }, index) => {
    isBesideFurniture &&= furniture === 'edge';
    isBesideFurniture ||= roles[index] === 'furniture';
    if (isBesideFurniture) findings.push({ index, role: 'furniture' });
  });
  return findings;
}

function startOfTail({ lines, roles }: PageReading): number {
  const title = roles.indexOf(null);
  const isBody = lines.map(
    ({ text, furniture }, index) =>
      index > title && roles[index] === null && furniture === null && isBodyLike(text),
  );
  const form = lines.findIndex(
    ({ furniture }, index) => furniture === 'comment-form' && endsBody(isBody, index),
  );
  const end = form < 0 ? lines.length : form;
  const last = Math.max(title, isBody.lastIndexOf(true, end));
  const tail = lines.findIndex(({ furniture }, index) => index > last && furniture !== null);
  return tail < 0 ? end : Math.min(tail, end);
}

/** A form comes after the body: a link to it below the headline has more after it than before. */
function endsBody(isBody: readonly boolean[], index: number): boolean {
  const before = isBody.slice(0, index).filter(Boolean).length;
  return before > 0 && before >= isBody.slice(index).filter(Boolean).length;
}

/** Walks up from the tail's first line, as long as no empty line sets apart what is above. */
function findFormHeadings({ lines, roles }: PageReading): readonly Finding[] {
  const findings: Finding[] = [];
  let index = roles.lastIndexOf(null) + 1;
  if (lines[index]?.furniture === null) return findings;
  for (; lines[index]?.gapBefore === 0 && isFormHeading(lines[index - 1]); index -= 1)
    findings.push({ index: index - 1, role: 'furniture' });
  return index > 1 && (lines[index]?.gapBefore ?? 0) > 0 ? findings : [];
}

function isFormHeading(line: PageLine | undefined): boolean {
  return (
    line !== undefined && !isBodyLike(line.text) && isShortPhrase(line.text, FORM_HEADING_MAX_WORDS)
  );
}
