import { labelled, type Queryable, sqliteDialect, type Transaction } from '../../platform/database';
import { CandidateSelections, toCandidate } from './candidate-selections';
import { fts5TitleColumn, toFts5, toFts5Term } from './ranking/match-expression';
import type { CandidateSearch, IndexEntry, ListedCandidate, SearchIndex } from './search-index';

/**
 * The index in SQLite's FTS5: a table without content, of the title's terms and of all others.
 * Source: SQLite FTS5, sections 4.4.3 (contentless-delete tables).
 */
export class SqliteSearchIndex implements SearchIndex {
  private readonly insertion = labelled(
    'searchIndex.insert',
    `INSERT INTO search_index (rowid, ${fts5TitleColumn}, rest)
      SELECT r.sequence, r.title, r.rest FROM ${sqliteDialect.jsonRows('$1', 'r', [
        { name: 'sequence', type: 'bigint' },
        { name: 'title', type: 'text' },
        { name: 'rest', type: 'text' },
      ])}`,
  );
  private readonly removal = labelled(
    'searchIndex.remove',
    'DELETE FROM search_index WHERE rowid IN (SELECT value FROM json_each($1))',
  );
  /** The lists are gone through one after the other, each read from its newest article on. */
  private readonly selections = new CandidateSelections(
    ({ list, conditions, listLimit, limit }) => `
      SELECT ${list} FROM (
        SELECT m.sequence, sum(json_extract(l.value, '$[1]')) AS coverage
        FROM json_each($1) l CROSS JOIN search_document m
        WHERE m.sequence IN (
          SELECT i.rowid FROM search_index i
            CROSS JOIN search_document e ON e.sequence = i.rowid
            CROSS JOIN article a ON a.id = e.article_id
          WHERE i.search_index MATCH json_extract(l.value, '$[0]') AND i.rowid <= $2
            AND ${conditions}
          ORDER BY i.rowid DESC LIMIT ${listLimit}
        )
        GROUP BY m.sequence ORDER BY coverage DESC, m.sequence DESC LIMIT ${limit}
      ) x CROSS JOIN search_document d ON d.sequence = x.sequence
      ORDER BY x.coverage DESC, x.sequence DESC`,
  );

  async put(transaction: Transaction, entries: readonly IndexEntry[]): Promise<void> {
    await this.remove(
      transaction,
      entries.map(({ sequence }) => sequence),
    );
    const rows = entries.map(({ sequence, title, rest }) => [sequence, join(title), join(rest)]);
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
    const lists = plan.lists.map(({ expression, weight }) => [toFts5(expression), weight]);
    const rows = await reads.select(selected, [JSON.stringify(lists), lastSequence, ...rest]);
    return rows.map(toCandidate);
  }
}

function join(terms: readonly string[]): string {
  return terms.map(toFts5Term).join(' ');
}
