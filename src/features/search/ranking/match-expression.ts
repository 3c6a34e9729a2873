/** A question that both databases' text indexes can answer about an article's terms. */
export type MatchExpression =
  /** One of the terms, anywhere or in the title alone. */
  | { readonly kind: 'any'; readonly terms: readonly string[]; readonly inTitle: boolean }
  /** All the terms, one directly after the other. */
  | { readonly kind: 'row'; readonly terms: readonly string[] }
  | { readonly kind: 'and'; readonly parts: readonly MatchExpression[] }
  | { readonly kind: 'or'; readonly parts: readonly MatchExpression[] }
  | {
      readonly kind: 'without';
      readonly part: MatchExpression;
      readonly excluded: MatchExpression;
    };

/** The name of the FTS5 column that holds a title's terms. */
export const fts5TitleColumn = 'title';

const plainTerm = /^[a-wyz0-9][a-z0-9]*$/u;

/**
 * Writes a term as FTS5 gets to see it, in ASCII letters and digits, so that no tokenizer can cut it
 * otherwise than this service does.
 *
 * Shape: 'غزة' gives 'x' and hexadecimal UTF-16; different terms stay different.
 * Source: SQLite FTS5, section 4.3.2 (the `ascii` tokenizer).
 */
export function toFts5Term(term: string): string {
  if (plainTerm.test(term)) return term;
  let encoded = 'x';
  for (let index = 0; index < term.length; index += 1) {
    encoded += term.charCodeAt(index).toString(16).padStart(4, '0');
  }
  return encoded;
}

/**
 * Writes an expression in the query language of SQLite's FTS5.
 *
 * Source: SQLite FTS5, section 3.
 */
export function toFts5(expression: MatchExpression): string {
  switch (expression.kind) {
    case 'any': {
      const terms = expression.terms.map(toFts5Term).join(' OR ');
      return expression.inTitle ? `${fts5TitleColumn} : (${terms})` : `(${terms})`;
    }
    case 'row':
      return `"${expression.terms.map(toFts5Term).join(' ')}"`;
    case 'and':
      return `(${expression.parts.map(toFts5).join(' AND ')})`;
    case 'or':
      return `(${expression.parts.map(toFts5).join(' OR ')})`;
    case 'without':
      return `(${toFts5(expression.part)} NOT ${toFts5(expression.excluded)})`;
  }
}

/**
 * Writes an expression in the query language of PostgreSQL's `tsquery`.
 *
 * Shape: terms of the title as {@link toTsVector} marks them. (A weight would say it too, but PostgreSQL
 * then reads every article that holds the term, since its index knows no weights.)
 * Source: PostgreSQL, chapter 8.11.2 (tsquery).
 */
export function toTsQuery(expression: MatchExpression): string {
  switch (expression.kind) {
    case 'any': {
      const mark = expression.inTitle ? titleMark : '';
      return `(${expression.terms.map((term) => quoteLexeme(mark + term)).join(' | ')})`;
    }
    case 'row':
      return `(${expression.terms.map(quoteLexeme).join(' <-> ')})`;
    case 'and':
      return `(${expression.parts.map(toTsQuery).join(' & ')})`;
    case 'or':
      return `(${expression.parts.map(toTsQuery).join(' | ')})`;
    case 'without':
      return `(${toTsQuery(expression.part)} & !${toTsQuery(expression.excluded)})`;
  }
}

/** PostgreSQL keeps no position beyond this, and no more than 256 of one lexeme. */
const maxPosition = 16_383;
const maxPositions = 256;

/** Before a term of the title; no term begins with it. */
const titleMark = '=';

/** A lexeme of PostgreSQL is at most so many bytes long. */
const maxLexemeBytes = 2046;

/**
 * Writes the terms of an article as the text of a PostgreSQL `tsvector`.
 *
 * Shape: all terms with their positions, running on from the title over the others; those of the
 * title once more, marked.
 * Source: PostgreSQL, chapters 8.11.1 and 12.11 (limits).
 */
export function toTsVector(title: readonly string[], rest: readonly string[]): string {
  const positions = new Map<string, string[]>();
  [...title, ...rest].forEach((term, index) => {
    const places = positions.get(term) ?? [];
    const position = Math.min(index + 1, maxPosition);
    if (places.length < maxPositions) places.push(`${position}`);
    positions.set(term, places);
  });
  return [
    ...Array.from(positions, ([term, places]) => `${quoteLexeme(term)}:${places.join(',')}`),
    ...Array.from(new Set(title), (term) => quoteLexeme(titleMark + term)),
  ].join(' ');
}

function quoteLexeme(term: string): string {
  let lexeme = term;
  while (Buffer.byteLength(lexeme) > maxLexemeBytes) lexeme = lexeme.slice(0, lexeme.length / 2);
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
