import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Parameter, Row, StatementListener } from '../database';
import { toDatabaseError } from '../database.errors';
import type { Selection, Statement } from '../statement';

/**
 * Texts that are prepared under a name, and so statements that each connection keeps, at most. The
 * driver has no way to forget one: later texts are sent without a name, and planned each time.
 */
export const maxNamedStatements = 400;

/** The names of prepared statements by their texts. */
const names = new Map<string, string>();

/**
 * The name under which pg prepares a statement.
 * Shape: PostgreSQL cuts a name at 63 bytes, so the text's hash tells two apart.
 */
function nameOf({ label, sql }: Statement): { readonly name?: string } {
  const known = names.get(sql);
  if (known !== undefined) return { name: known };
  if (names.size >= maxNamedStatements) return {};
  const hash = createHash('sha256').update(sql).digest('hex').slice(0, 16);
  const name = `${label.slice(0, 40)}:${hash}`;
  names.set(sql, name);
  return { name };
}

/**
 * Sends a labelled statement, prepared once for each connection; how many rows it changed.
 * Errors: DatabaseError; ServiceUnavailable where a retry may succeed.
 */
export async function sendStatement(
  client: PoolClient,
  statement: Statement,
  parameters: readonly Parameter[],
  onStatement: StatementListener,
): Promise<number> {
  onStatement(statement.label, statement.sql);
  try {
    const { rowCount } = await client.query({
      ...nameOf(statement),
      text: statement.sql,
      values: bind(parameters),
    });
    return rowCount ?? 0;
  } catch (error) {
    throw toDatabaseError(statement.label, error, parameters);
  }
}

/**
 * Sends a labelled selection, prepared once for each connection; its rows.
 * Errors: DatabaseError; ServiceUnavailable where a retry may succeed.
 */
export async function sendSelection(
  client: PoolClient,
  selection: Selection,
  parameters: readonly Parameter[],
  onStatement: StatementListener,
): Promise<readonly Row[]> {
  onStatement(selection.label, selection.sql);
  try {
    const { rows } = await client.query<unknown[]>({
      ...nameOf(selection),
      text: selection.sql,
      values: bind(parameters),
      rowMode: 'array',
    });
    return rows;
  } catch (error) {
    throw toDatabaseError(selection.label, error, parameters);
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
