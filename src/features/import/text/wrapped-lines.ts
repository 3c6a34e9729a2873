import { readCaption } from '../../../lib/captions';
import { readByline } from './byline-line';
import { isDateLine } from './date-line';
import { furnitureKindOf } from './furniture-line';
import { endsSentence, hasWords, isListItem } from './line-shapes';
import { readReadingTime } from './reading-time-line';

/** The widest line that programs wrap to: mail, terminals and printed columns. */
const maxWidth = 120;

/** A narrower line was not wrapped: nothing forced its end. */
const minWidth = 28;

/** A wrapped line reaches at least so far towards the widest of its block. */
const minShare = 0.6;

/** The last line of a wrapped paragraph is no wider than the others, but for a word. */
const lastLineSlack = 1.1;

/** A wrapped paragraph has so many lines at most. */
const maxLines = 80;

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFF60]/gu;
const lowerCaseStart = /^["“«(‘]?\p{Ll}/u;
const unspacedEnd = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001]$/u;
const openEnd = /[:\uFF1A]$/u;

/** A line as the file has it, or several that belong together. */
export interface RawLine {
  readonly numbers: readonly number[];
  readonly text: string;
  readonly gapBefore: number;
}

/**
 * Joins the lines into which a program has wrapped one paragraph.
 *
 * Shape: only lines of one block are joined, none of which says what it is by itself. The next one
 * begins in lower case; or no sentence ends before it, the lines are about equally wide, and the
 * last of them ends the sentence. The first line of the page is joined only by lower case.
 * Cost: linear.
 */
export function joinWrapped(lines: readonly RawLine[]): readonly RawLine[] {
  const joined: RawLine[] = [];
  for (let start = 0; start < lines.length;) {
    const end = endOfWrapped(lines, start);
    const group = lines.slice(start, end + 1);
    const [first] = group;
    if (first === undefined) break;
    joined.push({
      numbers: group.flatMap(({ numbers }) => numbers),
      text: group
        .map(({ text }, index) => text + glueAfter(text, index === group.length - 1))
        .join(''),
      gapBefore: first.gapBefore,
    });
    start = end + 1;
  }
  return joined;
}

function glueAfter(text: string, isLast: boolean): string {
  return isLast || unspacedEnd.test(text) ? '' : ' ';
}

/** The index of the last line of the paragraph that begins at a line. */
function endOfWrapped(lines: readonly RawLine[], start: number): number {
  let end = start;
  while (isCut(lines, end) && beginsLowerCase(lines, end + 1)) end += 1;
  return end > start ? endOfSentence(lines, start, end) : endOfEvenLines(lines, start);
}

/** Lower case has shown that the block is wrapped: go on to the end of the sentence. */
function endOfSentence(lines: readonly RawLine[], start: number, from: number): number {
  const even = endOfEvenLines(lines, from);
  return even > from && start > 0 ? even : from;
}

function endOfEvenLines(lines: readonly RawLine[], start: number): number {
  if (start === 0) return start;
  let end = start;
  let widest = 0;
  while (end - start < maxLines && isCut(lines, end) && isPlain(lines[end + 1])) {
    widest = Math.max(widest, widthOf(lines[end]));
    end += 1;
  }
  if (end === start || !endsSentence(lines[end]?.text ?? '')) return start;
  const body = lines.slice(start, end).map(widthOf);
  const isEven = body.every((width) => width >= widest * minShare);
  return isEven && widthOf(lines[end]) <= widest * lastLineSlack ? end : start;
}

/** Whether a line may have been cut in the middle, with the next one in the same block. */
function isCut(lines: readonly RawLine[], index: number): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (line === undefined || next?.gapBefore !== 0) return false;
  const width = widthOf(line);
  return width >= minWidth && width <= maxWidth && !endsSentence(line.text) && isPlain(line);
}

function beginsLowerCase(lines: readonly RawLine[], index: number): boolean {
  const line = lines[index];
  return line !== undefined && lowerCaseStart.test(line.text) && isPlain(line);
}

/** Whether nothing in a line says what it is by itself. */
function isPlain(line: RawLine | undefined): boolean {
  if (line === undefined) return false;
  const { text } = line;
  return (
    hasWords(text) &&
    !openEnd.test(text) &&
    !isListItem(text) &&
    furnitureKindOf(text) === null &&
    readCaption(text) === null &&
    readByline(text) === null &&
    readReadingTime(text) === null &&
    !isDateLine(text)
  );
}

/** Columns that a line takes. */
function widthOf(line: RawLine | undefined): number {
  const text = line?.text ?? '';
  return text.length + (text.match(wide)?.length ?? 0);
}
