import type { Parameter } from '../../platform/database';
import {
  keysetClause,
  keysetParameters,
  type PageRequest,
  scanDirection,
  type SortDirection,
} from '../../platform/database/paging';
import { type ArticleCriteria, type Conditions, toConditions } from './article-criteria';

/**
 * What a page of articles is selected from, to the end of the statement; placeholders from $1.
 *
 * An index holds the articles of one status in order, so each status gives its own first rows, and
 * the page is cut from these.
 */
export function toPage(
  criteria: ArticleCriteria,
  direction: SortDirection,
  request: PageRequest,
): Conditions {
  const scan = scanDirection(request, direction);
  const parameters: Parameter[] = [];
  const keyset = { at: 'a.timeline_at', id: 'a.id', scan, request };
  const [first = criteria, ...others] = criteria.statuses.map((status) => ({
    ...criteria,
    statuses: [status],
  }));
  const head = toConditions(first);
  const { condition, order, limit } = keysetClause(keyset, head.parameters.length + 1);
  const page = `ORDER BY ${order} LIMIT ${limit}`;
  parameters.push(...head.parameters, ...keysetParameters(request, direction));
  const conditions = [`${head.sql} AND ${condition}`];
  for (const other of others) {
    const { sql, parameters: own } = toConditions(other, parameters.length + 1);
    parameters.push(...own);
    conditions.push(`${sql} AND ${condition}`);
  }
  const [only = ''] = conditions;
  const parts = conditions.map(
    (part) => `SELECT p.id FROM (SELECT a.id FROM article a WHERE ${part} ${page}) p`,
  );
  const meant = others.length === 0 ? only : `a.id IN (${parts.join(' UNION ALL ')})`;
  return { sql: `FROM article a WHERE ${meant} ${page}`, parameters };
}
