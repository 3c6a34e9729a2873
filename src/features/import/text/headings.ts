import { phraseOf } from '../../../lib/phrases';
import { countWords } from '../../../lib/text';
import type { LineRole } from '../importer';
import { isDateLine } from './date-line';
import { isOpenEnded } from './line-shapes';
import type { Finding, PageReading } from './rule';
import { phrasesOf } from './words';

/** So many short lines in a row are a list, of which the last may head what follows. */
const listMinLines = 3;

/** A list holds data where so many of its lines, and this share of them, are such. */
const dataMinLines = 2;
const dataMinShare = 0.6;

/** A heading of so few words is one also below a list. */
const shortHeadingWords = 2;

/** So many points stand below a heading such as 'Key points' at most. */
const pointsMaxLines = 20;

const letter = /\p{L}/u;
const score = /\p{L}.*\p{Nd}\s*[-\u2013:\u2212]\s*\p{Nd}.*\p{L}/u;
const labelledNumber = /\p{L}[^:\uFF1A]{0,60}[:\uFF1A]\s+(?=\P{L}*\p{Nd}|.*\p{Nd}).*\p{Nd}/u;
const columns = /\p{Nd}[%\p{Sc}]?\s+\p{Sc}?\p{Nd}[\p{Nd}.,]*[%\p{Sc}]?$/u;
const digit = /\p{Nd}/u;
const labelled = /^[^:\uFF1A]{2,40}[:\uFF1A]\s*\S/u;
const joined = /\S\s[-\u2013\u2014]\s\S/u;

const listHeadings = phrasesOf('listHeadings');

/** Whether a role is one of the article's body. */
export function isContent(role: LineRole | null | undefined): boolean {
  return role === 'paragraph' || role === 'caption' || role === 'alt' || role === 'heading';
}

/** Whether a line heads a list of points by its words alone. */
export function isListHeading(text: string): boolean {
  return listHeadings.has(phraseOf(text));
}

/** Whether a line gives a result, a price or the like, as no heading does. */
export function isDatum(text: string): boolean {
  return !letter.test(text) || score.test(text) || labelledNumber.test(text) || columns.test(text);
}

/**
 * A heading heads something: the last open line of a run, or both of two; more are a list. So are
 * lines that stand in one block, as a team's players do, and then a line of its own heads them.
 */
export function findHeadings(page: PageReading): readonly Finding[] {
  const { lines, roles } = page;
  const findings: Finding[] = [];
  let run: number[] = [];
  const close = (): void => {
    findings.push(...headsOf(page, run));
    run = [];
  };
  lines.forEach((_, index) => {
    const role = roles[index] ?? null;
    const isPoint = isPointOfList(page, index);
    if (role === null && (isPoint || isInList(page, index))) close();
    else if (role === null) run.push(index);
    else if (isContent(role)) close();
  });
  return findings;
}

/** Whether a line stands in the block below a heading such as 'Key points'. */
function isPointOfList({ lines, roles, isSpaced }: PageReading, index: number): boolean {
  const top = isSpaced ? index - pointsMaxLines : index;
  for (let above = index; above > top && lines[above]?.gapBefore === 0; above -= 1) {
    if (roles[above - 1] === 'heading') return isListHeading(lines[above - 1]?.text ?? '');
    if (roles[above - 1] !== null) return false;
  }
  return false;
}

function headsOf({ lines, roles }: PageReading, run: readonly number[]): readonly Finding[] {
  const texts = run.map((index) => lines[index]?.text ?? '');
  const above = (run[0] ?? 0) - 1;
  const isAnnounced = roles[above] === 'paragraph' && isOpenEnded(lines[above]?.text ?? '');
  if (isAnnounced && run.length >= listMinLines && !isLastShort(texts)) return [];
  const isData = texts.map(isLikeDatum);
  const dataCount = isData.filter(Boolean).length;
  const isTable = dataCount >= dataMinLines && dataCount >= (run.length - 1) * dataMinShare;
  const isHead = (at: number): boolean => {
    if (isDatum(texts[at] ?? '')) return false;
    if (run.length < listMinLines) return true;
    const isLast = at === run.length - 1;
    if (!isTable) return isLast;
    return isData[at] === false && (isLast || isData[at + 1] === true);
  };
  return run.filter((_, at) => isHead(at)).map((index) => ({ index, role: 'heading' }));
}

/** Below an announced list a heading is shorter than the points. */
function isLastShort(texts: readonly string[]): boolean {
  const counts = texts.map(countWords);
  const last = counts.at(-1) ?? 0;
  return last * 2 <= Math.min(...counts.slice(0, -1)) || last <= shortHeadingWords;
}

/** In a list also a date, a label with names, and names in a row are data. */
function isLikeDatum(text: string): boolean {
  return (
    isDatum(text) ||
    digit.test(text) ||
    labelled.test(text) ||
    joined.test(text) ||
    isDateLine(text)
  );
}

/** Whether a line stands in one block with another short one, or below a line that ends in a colon. */
function isInList({ lines, roles, isSpaced }: PageReading, index: number): boolean {
  if (!isSpaced) return false;
  const isTied = lines[index]?.gapBefore === 0;
  const above = lines[index - 1]?.text ?? '';
  const goesOn = isTied && (roles[index - 1] === null || isOpenEnded(above));
  return goesOn || (roles[index + 1] === null && lines[index + 1]?.gapBefore === 0);
}
