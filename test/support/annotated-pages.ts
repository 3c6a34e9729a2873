import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page's text, and the role that a person gave each of its lines. */
export interface AnnotatedPage {
  readonly name: string;
  /** The language's two letters. */
  readonly language: string;
  readonly source: string;
  /** By the line's number, from 1. */
  readonly roles: ReadonlyMap<number, string>;
}

/** How the lines of some pages were read. */
export interface PageScore {
  readonly lineCount: number;
  readonly rightCount: number;
  /** Each line that got another role, with both. */
  readonly wrong: readonly string[];
  /** Those of them that are the article's and were left out of it. */
  readonly lost: readonly string[];
}

const folder = join(__dirname, '..', 'fixtures', 'pages');
const row = /^(?<role>[a-z-]+)\s*\| ?(?<text>.*)$/u;

/** Reads the annotated pages of test/fixtures/pages, in the order of their names. */
export function readAnnotatedPages(): readonly AnnotatedPage[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.page.txt'))
    .sort()
    .map((name) => readPage(name, readFileSync(join(folder, name), 'utf8')));
}

function readPage(name: string, annotated: string): AnnotatedPage {
  const rows = annotated.trimEnd().split('\n');
  const found = rows.map((line) => row.exec(line)?.groups);
  return {
    name,
    language: name.slice(0, 2),
    source: found.map((groups) => groups?.['text'] ?? '').join('\n'),
    roles: new Map(
      found.flatMap((groups, index) =>
        groups?.['role'] === undefined ? [] : [[index + 1, groups['role']] as const],
      ),
    ),
  };
}

/** Compares the roles of a report with those of a page. */
export function scorePage(
  { name, source, roles }: AnnotatedPage,
  lines: readonly { readonly line: number; readonly role: string }[],
): PageScore {
  const texts = source.split('\n');
  const got = new Map(lines.map(({ line, role }) => [line, role] as const));
  const differing = [...roles].filter(([line, role]) => got.get(line) !== role);
  const describe = ([line, role]: readonly [number, string]) =>
    `${name}:${line} ${role} became ${got.get(line) ?? 'nothing'}: ${texts[line - 1] ?? ''}`;
  const isLost = ([line, role]: readonly [number, string]) =>
    role !== 'furniture' && ['furniture', 'reading-time', undefined].includes(got.get(line));
  return {
    lineCount: roles.size,
    rightCount: roles.size - differing.length,
    wrong: differing.map(describe),
    lost: differing.filter(isLost).map(describe),
  };
}

/** Adds the scores of several pages. */
export function sumScores(scores: readonly PageScore[]): PageScore {
  return {
    lineCount: scores.reduce((sum, { lineCount }) => sum + lineCount, 0),
    rightCount: scores.reduce((sum, { rightCount }) => sum + rightCount, 0),
    wrong: scores.flatMap(({ wrong }) => wrong),
    lost: scores.flatMap(({ lost }) => lost),
  };
}
