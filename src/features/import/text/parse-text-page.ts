import type { ImportResult, Refusal } from '../importer';
import { buildPage } from './build-page';
import { readLines, type PageLine } from './page-lines';
import type { PageReading } from './rule';
import { readPage } from './rules';
import { statedDayOf } from './stated-day';
import { titleFaultOf } from './title-fault';

/**
 * Reads the plain text of a news page: the article in it, and what each line of it is.
 *
 * Shape: the text of the file, with any line end and an optional byte-order mark. Every line that
 * is not empty has exactly one role in `lines`, also when the page is refused.
 * Errors: none is thrown. NO_TITLE where nothing heads the article, NO_PARAGRAPH where nothing can
 * be read below its title, NOT_TEXT where a line holds a NUL character.
 * Cost: linear.
 */
export function parseTextPage(source: string): ImportResult {
  const reading = readPage(readLines(source));
  const lines = reading.lines.flatMap(({ numbers }, index) =>
    numbers.map((line) => ({ line, role: reading.roles[index] ?? ('paragraph' as const) })),
  );
  const uncertain = reading.lines.flatMap(({ numbers: [line = 1] }, index) => {
    const reason = reading.doubts[index] ?? null;
    return reason === null ? [] : [{ line, reason }];
  });
  const report = { lines, uncertain, confidence: confidenceOf(lines.length, uncertain.length) };
  const refusal = refusalOf(reading);
  return refusal === null
    ? { ok: true, page: buildPage(reading), statedDay: statedDayOf(reading), ...report }
    : { ok: false, ...refusal, ...report };
}

/** The share of lines whose role is not in doubt, to two decimals. */
function confidenceOf(lineCount: number, uncertainCount: number): number {
  return lineCount === 0 ? 0 : Math.round((1 - uncertainCount / lineCount) * 100) / 100;
}

function refusalOf(reading: PageReading): Refusal | null {
  return notTextOf(reading.lines) ?? noTitleOf(reading) ?? noParagraphOf(reading);
}

function notTextOf(lines: readonly PageLine[]): Refusal | null {
  const found = lines.find(({ text }) => text.includes('\0'));
  if (found === undefined) return null;
  const line = lineOf(found);
  const reason = `Line ${line} holds a NUL character, so this is no plain text.`;
  return { code: 'NOT_TEXT', line, reason };
}

function noTitleOf(reading: PageReading): Refusal | null {
  const { lines, roles } = reading;
  if (roles.includes('title')) return null;
  const index = roles.findIndex((role) => role !== 'furniture');
  const first = lines[index];
  if (first === undefined) {
    const line = lineOf(lines[0]);
    return { code: 'NO_TITLE', line, reason: 'The file has no line of an article, so no title.' };
  }
  const fault = titleFaultOf(reading, index) ?? 'it heads nothing';
  const line = lineOf(first);
  const reason = `The first line of the article, line ${line}, is no title: ${fault}.`;
  return { code: 'NO_TITLE', line, reason };
}

function noParagraphOf({ lines, roles }: PageReading): Refusal | null {
  if (roles.includes('paragraph')) return null;
  const line = lines.at(-1)?.numbers.at(-1) ?? 1;
  const reason = `The page ends at line ${line} without a paragraph.`;
  return { code: 'NO_PARAGRAPH', line, reason };
}

function lineOf(line: PageLine | undefined): number {
  return line?.numbers[0] ?? 1;
}
