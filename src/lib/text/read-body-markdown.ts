import { type MarkdownToken, offsetOf, parseWithOffsets } from './markdown-parts';
import { toNfc } from './marks';
import { shiftHeadings, trimEndOf } from './shift-headings';

/** Blocks around a block, each list counting twice: far fewer than `renderMarkdown` can nest. */
export const maxBodyNesting = 40;
/** Lines of a body at most: blocks cost about 10 µs a line. */
export const maxBodyLines = 10_000;
/** Characters of a body that may be markup, at most: each costs some microseconds to match. */
export const maxBodyMarkup = 15_000;
/**
 * Addresses and titles of all links of a body, at most: a reference that is used many times repeats
 * its address each time. Units: UTF-16 code units.
 */
export const maxBodyLinkLength = 200_000;

/** Faults of a body that are listed, at most. */
export const maxBodyFaults = 20;

/** What the Markdown of a body must not hold. */
export type BodyMarkdownProblem = 'html' | 'image' | 'nesting' | 'lines' | 'markup' | 'linkLength';

/** A problem of a body, and the line where it stands, from 1; null where it is the whole body's. */
export interface BodyMarkdownFault {
  readonly problem: BodyMarkdownProblem;
  readonly line: number | null;
}

/** A body's Markdown as it is stored, and what is wrong with it: at most {@link maxBodyFaults}. */
export interface BodyMarkdown {
  readonly markdown: string;
  readonly faults: readonly BodyMarkdownFault[];
}

const paragraphSeparator = /\u2029/gu;
const lineBreak = /\r\n|[\r\u2028]/gu;
const blankLinesAtStart = /^(?:[ \t]*\n)+/u;
/** Full stops and brackets count where they may end the number of a list's item. */
const markup = /[[\]*_`<>\\&]|[-+.)](?=[ \t\n])/gu;

/**
 * Reads a section's body in CommonMark as an editor sent it, into the form in which it is stored.
 *
 * Shape: NFC, lines parted by LF, no blank lines at the ends; headings start at level 3. Raw HTML and
 * images are faults. A text with faults comes back normalized, its headings as they were. A stored
 * body reads as itself, and what `escapeMarkdown` wrote reads as itself without a fault.
 * Cost: linear within the bounds; what exceeds them is not parsed.
 */
export function readBodyMarkdown(text: string): BodyMarkdown {
  const markdown = normalizeMarkdown(text);
  const excess = findExcess(markdown);
  if (excess !== null) return { markdown, faults: [{ problem: excess, line: null }] };
  const tokens = parseWithOffsets(markdown);
  const faults = namedOnce(findFaults(tokens));
  return { markdown: faults.length > 0 ? markdown : shiftHeadings(markdown, tokens), faults };
}

function normalizeMarkdown(text: string): string {
  const withLineFeeds = text.replace(paragraphSeparator, '\n\n').replace(lineBreak, '\n');
  return trimEndOf(toNfc(withLineFeeds).replace(blankLinesAtStart, ''), ' \t\n');
}

function findExcess(markdown: string): BodyMarkdownProblem | null {
  if (countLineBreaks(markdown) >= maxBodyLines) return 'lines';
  return (markdown.match(markup)?.length ?? 0) > maxBodyMarkup ? 'markup' : null;
}

function countLineBreaks(text: string): number {
  return text.match(/\n/gu)?.length ?? 0;
}

function findFaults(tokens: readonly MarkdownToken[]): readonly BodyMarkdownFault[] {
  const faults: BodyMarkdownFault[] = [];
  for (const token of tokens) {
    // Finding a line reads the block again, so no more are looked for than are listed.
    faults.push(...faultsOfBlock(token, maxBodyFaults - faults.length));
    if (faults.length === maxBodyFaults) return faults;
  }
  const isTooLong = measureLinks(tokens) > maxBodyLinkLength;
  return isTooLong ? [...faults, { problem: 'linkLength', line: null }] : faults;
}

/** One line may hold several tags or images. */
function namedOnce(faults: readonly BodyMarkdownFault[]): readonly BodyMarkdownFault[] {
  return [...new Map(faults.map((fault) => [`${fault.problem} ${fault.line}`, fault])).values()];
}

function faultsOfBlock(token: MarkdownToken, maxCount: number): BodyMarkdownFault[] {
  const line = (token.map?.[0] ?? 0) + 1;
  if (token.type === 'html_block') return [{ problem: 'html', line }];
  const isTooDeep = token.nesting === 1 && token.level === maxBodyNesting + 1;
  if (isTooDeep) return [{ problem: 'nesting', line }];
  const refused = (token.children ?? []).filter((child) => problemOf(child) !== null);
  return refused.slice(0, maxCount).map((child) => ({
    problem: problemOf(child) ?? 'html',
    line: line + countLineBreaks(token.content.slice(0, offsetOf(child))),
  }));
}

function problemOf({ type }: MarkdownToken): 'html' | 'image' | null {
  if (type === 'html_inline') return 'html';
  return type === 'image' ? 'image' : null;
}

function measureLinks(tokens: readonly MarkdownToken[]): number {
  let length = 0;
  for (const { children } of tokens) {
    for (const { attrs } of children ?? []) {
      for (const [, value] of attrs ?? []) length += String(value).length;
    }
  }
  return length;
}
