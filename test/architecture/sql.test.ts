import ts from 'typescript';
import { findIn, parseFiles, parseText, type SourceFile } from '../support/source-files';

/** Who may speak SQL, by the role in the file's name, and why. */
const speakers: readonly [pattern: RegExp, reason: string][] = [
  [/^src\/platform\/database\//, 'the two engines, their migrations and what both understand'],
  [/\.repository\.ts$/, 'the only place of a feature that reads and writes rows'],
  [/-criteria\.ts$/, 'conditions that a repository puts into its statements'],
  [/article-count\.ts$/, 'a part of the statements of article.repository.ts'],
  [/-search-index\.ts$|-selections\.ts$/, 'the engines’ own full-text search, an adapter each'],
];

/** What of platform/database makes or sends a statement; the rest are types, errors and columns. */
const statementMakers = [
  'labelled',
  'selection',
  'typedSelection',
  'EntityMapper',
  'sqliteDialect',
  'postgresDialect',
];

const sql =
  /\b(SELECT\b[\s\S]*\bFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|(CREATE|ALTER|DROP)\s+(TABLE|INDEX|VIRTUAL)|ORDER\s+BY|PRAGMA)\b/;

const files = parseFiles(['src']).filter(({ path }) => path.startsWith('src/'));
const isSpeaker = ({ path }: SourceFile) => speakers.some(([pattern]) => pattern.test(path));
const others = files.filter((file) => !isSpeaker(file));

/** SQL in a file's texts; in its comments it is prose. */
const findSql = (file: SourceFile) =>
  findIn(file, (node) => {
    const isText =
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node);
    return isText && sql.test(node.text) ? node.text.slice(0, 60) : null;
  });

const findStatementMakers = (file: SourceFile) =>
  findIn(file, (node) => {
    const isImported = ts.isImportSpecifier(node) && !node.isTypeOnly;
    const name = isImported ? (node.propertyName ?? node.name).text : '';
    return statementMakers.includes(name) ? name : null;
  });

describe('SQL', () => {
  it('is spoken by each of those who may', () => {
    for (const [pattern] of speakers.slice(0, 2)) {
      const own = files.filter(({ path }) => pattern.test(path));
      expect(own.flatMap(findSql)).not.toEqual([]);
      expect(own.length).toBeGreaterThan(5);
    }
  });

  it('is spoken by nobody else', () => {
    // The condition of a partial index stands with its columns.
    expect(others.filter(({ path }) => !path.endsWith('.entity.ts')).flatMap(findSql)).toEqual([]);
  });

  it('is made into statements by nobody else', () => {
    expect(others.flatMap(findStatementMakers)).toEqual([]);
  });

  it('is recognized', () => {
    const find = (text: string) => findSql(parseText('src/a.ts', text));
    for (const text of [
      "const a = 'SELECT id FROM article';",
      'const a = `DELETE FROM ${table} WHERE id = $1`;',
      'const a = `${head} ORDER BY ${order}`;',
      "query('INSERT INTO article (id) VALUES ($1)');",
    ]) {
      expect([text, find(text).length]).toEqual([text, 1]);
    }
    expect(find("const a = 'Select an article from the list'; // SELECT id FROM article")).toEqual(
      [],
    );
    const importing = parseText('src/a.ts', "import { labelled, type Selection } from './db';");
    expect(findStatementMakers(importing)).toHaveLength(1);
  });
});
