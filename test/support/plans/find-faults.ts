import type { Plan, TableRead } from './plan';

/** What is wrong with a plan. */
export interface PlanFault {
  readonly kind: 'scan' | 'range' | 'filter' | 'sort';
  /** The table, or what is sorted by. */
  readonly of: string;
  readonly index: string | null;
}

/** Tables that hold a row or tens of them, however large the service is. */
const smallTables = new Set(['api_token', 'search_state', 'comment_queue_tally']);

/** Indexes of what waits for somebody: they are as long as that, and not as the table. */
const shortIndexes = new Set([
  ...['comment_queue', 'comment_reported'],
  ...['article_due', 'article_unpublish', 'article_replacement'],
]);

/** Columns with few values, each of which most rows of a table may have. */
const wideColumns = new Set([
  'status',
  'locale',
  'byline',
  'generation',
  'resolved_at',
  'is_queued',
]);

/** Columns that lead to few rows, or that an index is there for. */
const sought = new Set([
  ...['article_id', 'parent_id', 'comment_id', 'section_id', 'email_hash', 'address_hash'],
  ...['author_key', 'receipt_hash', 'locale', 'byline', 'term', 'trigram'],
]);

/** What in a plan takes the longer the larger a table is. */
export function findFaults({ reads, sorts }: Plan): PlanFault[] {
  return [
    ...reads.flatMap((read) => findInRead(read)),
    ...sorts.map((of) => ({ kind: 'sort' as const, of, index: null })),
  ];
}

function findInRead(read: TableRead): PlanFault[] {
  const { table: of, index, keys, isSearched, isPage, filters } = read;
  if (smallTables.has(of) || keys.some((key) => !wideColumns.has(key))) return [];
  if (index !== null && shortIndexes.has(index)) return [];
  if (!isSearched) return [{ kind: 'scan', of, index }];
  if (filters.some((column) => sought.has(column))) return [{ kind: 'filter', of, index }];
  return isPage ? [] : [{ kind: 'range', of, index }];
}
