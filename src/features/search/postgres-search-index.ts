import {
  labelled,
  postgresDialect,
  type Queryable,
  type Transaction,
} from '../../platform/database';
import { CandidateSelections, toCandidate } from './candidate-selections';
import { toTsQuery, toTsVector } from './ranking/match-expression';
import type { CandidateSearch, IndexEntry, ListedCandidate, SearchIndex } from './search-index';

/** The index in PostgreSQL's own text search: a tsvector with a GIN index. */
export class PostgresSearchIndex implements SearchIndex {
  private readonly insertion = labelled(
    'searchIndex.insert',
    `INSERT INTO search_index (sequence, terms)
      SELECT r.sequence, r.terms::tsvector FROM ${postgresDialect.jsonRows('$1', 'r', [
        { name: 'sequence', type: 'bigint' },
        { name: 'terms', type: 'text' },
      ])}
      ON CONFLICT (sequence) DO UPDATE SET terms = excluded.terms`,
  );
  private readonly removal = labelled(
    'searchIndex.remove',
    'DELETE FROM search_index WHERE sequence = ANY($1::integer[])',
  );
  /**
   * The two `OFFSET 0` keep the planner, which knows nothing of how common a list's terms are, from
   * joining all of their articles before it cuts the list.
   */
  private readonly selections = new CandidateSelections(
    ({ list, conditions, listLimit, limit }) => `
      SELECT ${list} FROM (
        SELECT m.sequence, sum(l.weight) AS coverage
        FROM ${postgresDialect.jsonRows('$1', 'l', [
          { name: 'expression', type: 'text' },
          { name: 'weight', type: 'bigint' },
        ])} CROSS JOIN LATERAL (
          SELECT i.sequence FROM (
            SELECT h.sequence FROM search_index h
            WHERE h.terms @@ l.expression::tsquery AND h.sequence <= $2
            ORDER BY h.sequence DESC OFFSET 0
          ) i CROSS JOIN LATERAL (
            SELECT 1 FROM search_document e JOIN article a ON a.id = e.article_id
            WHERE e.sequence = i.sequence AND ${conditions} OFFSET 0
          ) seen
          ORDER BY i.sequence DESC LIMIT ${listLimit}
        ) m
        GROUP BY m.sequence ORDER BY coverage DESC, m.sequence DESC LIMIT ${limit}
      ) x JOIN search_document d ON d.sequence = x.sequence
      ORDER BY x.coverage DESC, x.sequence DESC`,
  );

  async put(transaction: Transaction, entries: readonly IndexEntry[]): Promise<void> {
    const rows = entries.map(({ sequence, title, rest }) => [sequence, toTsVector(title, rest)]);
    await transaction.execute(this.insertion, [JSON.stringify(rows)]);
  }

  async remove(transaction: Transaction, sequences: readonly number[]): Promise<void> {
    await transaction.execute(this.removal, [sequences]);
  }

  async list(
    reads: Queryable,
    { plan, criteria, lastSequence, limit }: CandidateSearch,
  ): Promise<ListedCandidate[]> {
    const [selected, rest] = this.selections.get(criteria, plan.listLength, limit);
    const lists = plan.lists.map(({ expression, weight }) => [toTsQuery(expression), weight]);
    const rows = await reads.select(selected, [JSON.stringify(lists), lastSequence, ...rest]);
    return rows.map(toCandidate);
  }
}
