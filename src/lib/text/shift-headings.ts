import { type MarkdownToken, offsetOf } from './markdown-parts';

/** The title of an article is level 1, the headings of its sections level 2. */
const highestLevel = 3;
const lowestLevel = 6;

const closingSequence = /(?:^|[ \t])#+$/u;
const spacesAtStart = /^[ \t]+/u;

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Moves all headings of a text down by the same number of levels, so that the highest is level 3.
 *
 * Shape: `tokens` are those of this text. Headings lower than level 6 stay level 6; a text whose
 * highest heading is level 3 or lower stays as it is. Underlined headings get number signs, which
 * exist for each level but take one line: their line breaks become spaces.
 * Cost: linear.
 * Source: CommonMark 0.31.2, sections 4.2 (ATX headings) and 4.3 (setext headings).
 */
export function shiftHeadings(markdown: string, tokens: readonly MarkdownToken[]): string {
  const highest = tokens.reduce((level, token) => Math.min(level, levelOf(token)), lowestLevel);
  const shift = highestLevel - Math.min(highestLevel, highest);
  if (shift === 0) return markdown;
  const lineEnds = findLineEnds(markdown);
  const edits = tokens.flatMap((token, index) => {
    const content = tokens[index + 1];
    if (token.type !== 'heading_open' || content === undefined) return [];
    return [shiftHeading(token, content, shift, lineEnds)];
  });
  return applyEdits(markdown, edits);
}

function levelOf(token: MarkdownToken): number {
  return token.type === 'heading_open' ? Number(token.tag.slice(1)) : lowestLevel;
}

function shiftHeading(
  heading: MarkdownToken,
  content: MarkdownToken,
  shift: number,
  lineEnds: readonly number[],
): Edit {
  const level = levelOf(heading);
  const wanted = Math.min(lowestLevel, level + shift);
  const start = offsetOf(heading);
  if (heading.markup.startsWith('#')) {
    return { start, end: start, text: '#'.repeat(wanted - level) };
  }
  const lastLine = (heading.map?.[1] ?? 1) - 1;
  const text = `${'#'.repeat(wanted)} ${toSingleLine(content)}`;
  return { start, end: lineEnds[lastLine] ?? start, text };
}

/** The content of an underlined heading on one line, with the same meaning. */
function toSingleLine({ content, children }: MarkdownToken): string {
  let line = '';
  let from = 0;
  for (const token of children ?? []) {
    if (token.type !== 'softbreak' && token.type !== 'hardbreak') continue;
    const offset = offsetOf(token);
    const isEscaped = content[offset] === '\\';
    const before = content.slice(from, offset);
    line += isEscaped ? before + spaceAfter(before) : `${trimEndOf(before, ' ')} `;
    from = offset + (isEscaped ? 2 : 1);
    from += spacesAtStart.exec(content.slice(from))?.[0].length ?? 0;
  }
  // What is left are line breaks within code and links, where they count as spaces.
  const joined = (line + content.slice(from)).replaceAll('\n', ' ');
  const single = trimEndOf(joined, ' ').replace(spacesAtStart, '');
  return closingSequence.test(single) ? `${single.slice(0, -1)}\\#` : single;
}

/** Emphasis begins before punctuation, such as the backslash of a line break, not before a space. */
function spaceAfter(before: string): string {
  return /[*_]$/u.test(before) ? '&#32; ' : ' ';
}

/**
 * Takes the given characters off the end of a text.
 * Cost: linear; a pattern would take the square of the length of white space within the text.
 */
export function trimEndOf(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function findLineEnds(text: string): number[] {
  const ends = [];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) ends.push(end);
  return [...ends, text.length];
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts = edits.map(
    ({ start, text: inserted }, index) => text.slice(edits[index - 1]?.end ?? 0, start) + inserted,
  );
  return parts.join('') + text.slice(edits.at(-1)?.end ?? 0);
}
