import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { Parameter, Row, StatementListener } from '../database';
import { DatabaseError } from '../database.errors';
import type { Selection, Statement } from '../statement';

const names = new WeakMap<Statement, string>();

/** PostgreSQL cuts a prepared statement's name at 63 bytes, so the text's hash tells two apart. */
function nameOf(statement: Statement): string {
  const known = names.get(statement);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(statement.sql).digest('hex').slice(0, 16);
  const name = `${statement.label.slice(0, 40)}:${hash}`;
  names.set(statement, name);
  return name;
}

/**
 * Sends a labelled statement, prepared once for each connection; how many rows it changed.
 * Errors: DatabaseError.
 */
export async function sendStatement(
  target: Pool | PoolClient,
  statement: Statement,
  parameters: readonly Parameter[],
  onStatement: StatementListener,
): Promise<number> {
  onStatement(statement.label, statement.sql);
  try {
    const { rowCount } = await target.query({
      name: nameOf(statement),
      text: statement.sql,
      values: bind(parameters),
    });
    return rowCount ?? 0;
  } catch (error) {
    throw new DatabaseError(statement.label, error, parameters);
  }
}

/**
 * Sends a labelled selection, prepared once for each connection; its rows.
 * Errors: DatabaseError.
 */
export async function sendSelection(
  target: Pool | PoolClient,
  selection: Selection,
  parameters: readonly Parameter[],
  onStatement: StatementListener,
): Promise<readonly Row[]> {
  onStatement(selection.label, selection.sql);
  try {
    const { rows } = await target.query<unknown[]>({
      name: nameOf(selection),
      text: selection.sql,
      values: bind(parameters),
      rowMode: 'array',
    });
    return rows;
  } catch (error) {
    throw new DatabaseError(selection.label, error, parameters);
  }
}

/**
 * PostgreSQL keeps no U+0000 in a text, so what holds one is asked for, in vain, with U+FFFD in its
 * place: as HTML and CommonMark replace it.
 */
function bind(parameters: readonly Parameter[]): unknown[] {
  return parameters.map((value) => {
    if (typeof value === 'string') return replaceNul(value);
    return Array.isArray(value) ? value.map(replaceNul) : value;
  });
}

function replaceNul(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\u0000', '\uFFFD') : value;
}
