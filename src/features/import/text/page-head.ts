import { isAgency } from '../../../lib/captions';
import { countWords } from '../../../lib/text';
import { isDesk, isJobLine, readByline } from './byline-line';
import { isDateLine, isIssueLine } from './date-line';
import { isHeadNotice, isNavigation } from './furniture-line';
import { endsSentence, isBodyLike, isShortQuestion } from './line-shapes';
import { readReadingTime } from './reading-time-line';
import type { PageReading } from './rule';
import { titleFaultOf } from './title-fault';

/** How far down the head of a page reaches at most, in lines that are not machinery. */
const headMaxLines = 12;

/** How far down a page repeats its headline at most, in lines of any kind. */
const repeatMaxLines = 30;

/** A headline that is repeated has so many words, or it may be a label. */
const repeatMinWords = 3;

/** A first line of so few words may be the name of a section; a headline below has so many more. */
const sectionMaxWords = 3;
const headlineMinWords = 5;
const headlineMinRatio = 2;

const fullStop = /[.\u06D4\u3002]\P{L}*$/u;
const breadcrumb = /\s[>\u00BB\u203A\u2039\u00AB]\s/u;

/**
 * Finds the line that is the headline, by its index; -1 where none can be.
 *
 * Shape: the first line of the article, unless it is a date, a notice or a way through the site, or
 * as short as a section's name. Then it is the line that the page repeats, that stands right above
 * a byline or a date, or that is the longest without a full stop.
 */
export function findTitleIndex(page: PageReading): number {
  const candidates = listCandidates(page);
  const [first] = candidates;
  if (first === undefined) return -1;
  if (titleFaultOf(page, first) !== null) return first;
  return (
    findRepeated(page, candidates) ??
    findInWindowTitle(page, candidates) ??
    findBetter(page, candidates) ??
    first
  );
}

/** Whether a line above the headline is a way through the site, a date or the like. */
export function isAboveHeadline(text: string): boolean {
  return (
    isNavigation(text) ||
    isHeadNotice(text) ||
    isDateLine(text) ||
    breadcrumb.test(text) ||
    countWords(text) <= sectionMaxWords
  );
}

function textAt({ lines }: PageReading, index: number): string {
  return lines[index]?.text ?? '';
}

function isOpen({ roles }: PageReading, index: number): boolean {
  return roles[index] === null || roles[index] === 'reading-time';
}

function isNeverTitle(text: string): boolean {
  return isHeadNotice(text) || isDateLine(text) || breadcrumb.test(text);
}

/** The headline that a page says twice near its top, as the window's title and as its own. */
function findRepeated(page: PageReading, candidates: readonly number[]): number | undefined {
  const counts = new Map<string, number>();
  const body = page.lines.findIndex(
    ({ text, furniture }, index) => index > 0 && furniture === null && endsSentence(text),
  );
  const end = body < 0 ? repeatMaxLines : Math.min(repeatMaxLines, body);
  for (const { text } of page.lines.slice(0, end)) {
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return candidates.find((index) => {
    const text = textAt(page, index);
    const isRepeated = (counts.get(text) ?? 0) > 1 && countWords(text) >= repeatMinWords;
    return isRepeated && titleFaultOf(page, index) === null;
  });
}

/** The headline that the line above it holds too, beside a section's or the site's name. */
function findInWindowTitle(page: PageReading, candidates: readonly number[]): number | undefined {
  return candidates.find((index, at) => {
    const text = textAt(page, index);
    const above = textAt(page, candidates[at - 1] ?? -1);
    if (at === 0 || countWords(text) < repeatMinWords || titleFaultOf(page, index) !== null)
      return false;
    const rest = above.startsWith(text)
      ? above.slice(text.length)
      : above.endsWith(text)
        ? above.slice(0, -text.length)
        : '';
    return /^\s*[-|/:\u2013\u2014]|[-|/:\u2013\u2014]\s*$/u.test(rest);
  });
}

/** The lines that may be the headline: above the body, the byline and the reading time. */
function listCandidates(page: PageReading): readonly number[] {
  const candidates: number[] = [];
  for (let index = 0; index < page.lines.length; index += 1) {
    if (!isOpen(page, index)) continue;
    const text = textAt(page, index);
    if (isNeverTitle(text)) continue;
    const isEnd = page.roles[index] === 'reading-time' || readByline(text) !== null;
    if (candidates.length > 0 && (isEnd || isText(text))) return candidates;
    candidates.push(index);
    if (candidates.length === headMaxLines) break;
  }
  return candidates;
}

/** A line of the body: a sentence that no headline is, or a long line. */
function isText(text: string): boolean {
  return isBodyLike(text) && !isShortQuestion(text);
}

/** Where the first line may be a section's name: the line below it that is the headline. */
function findBetter(page: PageReading, candidates: readonly number[]): number | null {
  const [first = 0, ...others] = candidates;
  const text = textAt(page, first);
  const isKnown = isNavigation(text);
  if (!isKnown && (countWords(text) > sectionMaxWords || isAboveByline(page, first))) return null;
  const minWords = isKnown ? 2 : Math.max(headlineMinWords, countWords(text) * headlineMinRatio);
  const fit = others.filter((index) => isHeadline(page, index, minWords));
  const full = fit.find((index) => countWords(textAt(page, index)) > sectionMaxWords);
  const marked = fit.find((index) => isAboveByline(page, index));
  return full ?? marked ?? longestOf(page, fit);
}

function isHeadline(page: PageReading, index: number, minWords: number): boolean {
  const text = textAt(page, index);
  const isPart = isNavigation(text) || isDesk(text) || isAgency(text) || isJobLine(text);
  const isShort = countWords(text) < minWords && !isAboveByline(page, index);
  return !isPart && !isShort && !fullStop.test(text) && titleFaultOf(page, index) === null;
}

/** Whether the next line that says something is a byline, a date or a reading time. */
function isAboveByline(page: PageReading, index: number): boolean {
  for (let below = index + 1; below < page.lines.length; below += 1) {
    const text = textAt(page, below);
    if (isIssueLine(text)) return false;
    if (isDateLine(text) || readByline(text) !== null || isDesk(text)) return true;
    if (readReadingTime(text)?.saysReading === true) return true;
    if (page.roles[below] !== 'furniture') return false;
  }
  return false;
}

function longestOf(page: PageReading, indices: readonly number[]): number | null {
  const open = indices.filter((index) => !endsSentence(textAt(page, index)));
  const fit = open.length > 0 ? open : indices;
  const lengths = fit.map((index) => countWords(textAt(page, index)));
  return fit[lengths.indexOf(Math.max(...lengths))] ?? null;
}
