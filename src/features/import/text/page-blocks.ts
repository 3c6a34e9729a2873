import { phraseOf } from '../../../lib/phrases';
import { countWords } from '../../../lib/text';
import { isAge, isDateLine, isTimeOfDay } from './date-line';
import { isFollow, isNavigation, isNetworkRow } from './furniture-line';
import { endsSentence, isBodyLike, isShortQuestion } from './line-shapes';
import { isFormField } from './notice-line';
import type { PageLine } from './page-lines';
import type { Finding, PageReading } from './rule';

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
  const isOwn: boolean[] = [];
  lines.forEach(({ text, furniture }, index) => {
    if (isBody[index] === true) above += 1;
    const isLow = above * 2 >= total && total > 0;
    const isBelow =
      index > lastText &&
      lastText >= 0 &&
      isOwn[index - 1] === true &&
      lines[index - 1]?.furniture !== 'anywhere';
    const isLink =
      furniture === 'edge' ||
      (isFollow(text) && isNetworkRow(lines[index + 1]?.text ?? '')) ||
      (isBelow && (isDateLine(text) || isNavigation(text)));
    isOwn.push(roles[index] === 'furniture' || (isLink && isLow));
  });
  return runsOf(isOwn)
    .map((run) => {
      // What stands right above the text may head it.
      const last = run.at(-1) ?? 0;
      return roles[last] === null && isBody[last + 1] === true ? run.slice(0, -1) : run;
    })
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
  const label = lines.findIndex((line, index) => index > lastText && line.isListLabel);
  const isOwn = (index: number) => roles[index] === 'furniture';
  return lines.flatMap(({ text }, index) => {
    if (!number.test(text)) return [];
    if (roles[index + 1] === 'caption') return asFurniture([index]);
    if (index <= lastText && index >= firstText) return [];
    const isBelow = index > lastText && label >= 0 && index > label;
    const isBeside = index < firstText && (isOwn(index - 1) || isOwn(index + 1));
    return isBelow || isBeside ? asFurniture([index]) : [];
  });
}

/**
 * Finds the times above the entries of a live page: two and more, with text below each.
 *
 * Shape: ages such as '5 minutes ago' tell it from an article that goes through a day by its hours.
 */
export function findEntryTimes({ lines, roles }: PageReading): readonly Finding[] {
  const first = lines.findIndex(({ text }, index) => roles[index] === null && isText(text));
  const isTime = (text: string): boolean => isAge(text) || isTimeOfDay(text) || time.test(text);
  const times = lines.flatMap(({ text }, index) =>
    index > first && roles[index] === null && isTime(text) ? [index] : [],
  );
  const hasText = (from: number, to: number) =>
    lines.slice(from + 1, to).some((line) => line.furniture === null && endsSentence(line.text));
  const entries = times.filter((index, at) => hasText(index, times[at + 1] ?? lines.length));
  const hasAge = entries.some((index) => isAge(lines[index]?.text ?? ''));
  const isLive = first >= 0 && hasAge && entries.length >= entriesMinLines;
  return isLive && entries.length === times.length ? asFurniture(entries) : [];
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
