import { countWords } from '../../../lib/text';
import { isDateLine } from './date-line';
import { isNavigation } from './furniture-line';
import { endsSentence, isBodyLike, isShortQuestion } from './line-shapes';
import { isFormField } from './notice-line';
import type { PageLine } from './page-lines';
import type { Finding, PageReading } from './rule';
import { phraseOf } from './word-tokens';

/** So many fields and buttons in a row are a form: 'Name', 'Email', 'Send'. */
const formMinLines = 3;

/** So many times of day or ages, with text between, are those of a live page's entries. */
const entriesMinLines = 2;

/** So many lines that stand again below are a table of contents. */
const contentsMinLines = 2;
const contentsMaxWords = 12;

const number = /^\p{Nd}{1,6}$/u;
const letter = /\p{L}/u;
const time = /^(?:\p{Nd}{1,2}[:.]\p{Nd}{2})(?:\s?[ap]\.?m\.?|\s?[صم])?$/iu;

/** Finds the fields of a form that stand in a row, each alone on its line. */
export function findFormFields({ lines, roles }: PageReading): readonly Finding[] {
  const isField = lines.map(
    ({ text, furniture }, index) =>
      isFormField(text) || (furniture === 'comment-form' && roles[index] !== 'title'),
  );
  return runsOf(isField)
    .filter(({ length }) => length >= formMinLines)
    .flatMap(asFurniture);
}

/** Finds the page's own words beside other lines of its own, below the middle of the article. */
export function findBesideFurniture({ lines, roles }: PageReading): readonly Finding[] {
  const isBody = lines.map(
    ({ text, furniture }, index) => roles[index] === null && furniture === null && isText(text),
  );
  const total = isBody.filter(Boolean).length;
  const lastText = isBody.lastIndexOf(true);
  let above = 0;
  const isLow = isBody.map((isOne) => {
    if (isOne) above += 1;
    return above * 2 >= total && total > 0;
  });
  const isOwn = lines.map(
    ({ text, furniture }, index) =>
      roles[index] === 'furniture' ||
      (furniture === 'edge' && isLow[index] === true) ||
      (index > lastText && lastText >= 0 && (isDateLine(text) || isNavigation(text))),
  );
  return runsOf(isOwn)
    .filter((run) => run.length > 1)
    .flatMap(asFurniture);
}

/** Finds lines that are a number alone, such as a place in a list, beside the page's own words. */
export function findLoneNumbers({ lines, roles }: PageReading): readonly Finding[] {
  const lastText = lines.findLastIndex(
    ({ text, furniture }, index) => roles[index] === null && furniture === null && isText(text),
  );
  const firstText = lines.findIndex(
    ({ text, furniture }, index) =>
      roles[index] === null && furniture === null && endsSentence(text),
  );
  const isOwn = (index: number) => roles[index] === 'furniture';
  return lines.flatMap(({ text }, index) => {
    if (!number.test(text)) return [];
    if (roles[index + 1] === 'caption') return asFurniture([index]);
    if (index <= lastText && index >= firstText) return [];
    const isBelow =
      index > lastText &&
      lines.slice(lastText + 1, index).some((_, at) => isOwn(lastText + 1 + at));
    return isBelow || isOwn(index - 1) || isOwn(index + 1) ? asFurniture([index]) : [];
  });
}

/** Finds the times above the entries of a live page: two and more, with text below each. */
export function findEntryTimes({ lines, roles }: PageReading): readonly Finding[] {
  const first = lines.findIndex(({ text }, index) => roles[index] === null && isText(text));
  const times = lines.flatMap(({ text }, index) =>
    index > first && roles[index] === null && (isDateLine(text) || time.test(text)) ? [index] : [],
  );
  const hasText = (from: number, to: number) =>
    lines.slice(from + 1, to).some((line) => line.furniture === null && endsSentence(line.text));
  const entries = times.filter((index, at) => hasText(index, times[at + 1] ?? lines.length));
  const isLive = first >= 0 && entries.length >= entriesMinLines && entries.length === times.length;
  return isLive ? asFurniture(entries) : [];
}

/** Finds a table of contents above the text: its lines stand again below, as headings do. */
export function findContents({ lines, roles }: PageReading): readonly Finding[] {
  const first = lines.findIndex(({ text }, index) => roles[index] === null && isText(text));
  const below = new Set(
    lines
      .slice(Math.max(0, first))
      .flatMap(({ text, furniture }) => (furniture === null ? [phraseOf(text)] : [])),
  );
  const isRepeated = lines.map(
    (line, index) => index > 0 && index < first && roles[index] === null && isEntry(line, below),
  );
  return runsOf(isRepeated)
    .filter(({ length }) => length >= contentsMinLines)
    .flatMap(asFurniture);
}

function isEntry({ text }: PageLine, below: ReadonlySet<string>): boolean {
  return letter.test(text) && countWords(text) <= contentsMaxWords && below.has(phraseOf(text));
}

function isText(text: string): boolean {
  return isBodyLike(text) && !isShortQuestion(text);
}

function runsOf(picked: readonly boolean[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  picked.forEach((isPicked, index) => {
    if (!isPicked) return;
    if (picked[index - 1] === true) runs.at(-1)?.push(index);
    else runs.push([index]);
  });
  return runs;
}

function asFurniture(run: readonly number[]): readonly Finding[] {
  return run.map((index) => ({ index, role: 'furniture' }));
}
