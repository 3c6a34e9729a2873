import {
  type Dialect,
  labelled,
  type Queryable,
  type Selection,
  selection,
  type Transaction,
} from '../../platform/database';
import type { Analyzer } from './analysis/analyze';
import type { Candidate } from './ranking/score-candidates';

/** How far the index has come. */
export interface SearchState {
  /** The counting of terms that searches read. */
  readonly generation: number;
  /** The counting that a rebuild is about; null while there is none. */
  readonly nextGeneration: number | null;
  readonly lastSequence: number;
  /** Of the articles that are counted: what is hidden from readers changes none of their answers. */
  readonly articleCount: number;
  readonly wordCount: number;
}

/** What the index holds in all. */
export interface IndexTotals extends Pick<SearchState, 'articleCount' | 'wordCount'> {
  /** Hidden articles included. */
  readonly heldCount: number;
}

/** An article as the index knows it. */
export interface SearchDocument {
  /** Its place in the order of indexing, which it keeps when it is edited. */
  readonly sequence: number;
  readonly articleId: string;
  readonly analyzer: Analyzer;
  readonly wordCount: number;
  /** The newest generation that counts its terms. */
  readonly generation: number;
  /** Whether its words are counted: readers saw it when it was last written. */
  readonly isCounted: boolean;
  readonly words: string;
}

const stateColumns = [
  's.generation',
  's.next_generation',
  's.last_sequence',
  's.article_count',
  's.word_count',
];
const documentColumns = [
  'd.sequence',
  'd.article_id',
  'd.analyzer',
  'd.word_count',
  'd.generation',
  'd.is_counted',
  't.words',
];

/** Rows of the articles that search knows, and of what is true of all of them. */
export class SearchRepository {
  private readonly state = selection(
    'search.getState',
    stateColumns,
    (list) => `SELECT ${list} FROM search_state s`,
  );
  private readonly key = selection(
    'search.getCursorKey',
    ['s.cursor_key'],
    (list) => `SELECT ${list} FROM search_state s`,
  );
  private readonly lockedState: Selection;
  private readonly stateUpdate = labelled(
    'search.saveState',
    `UPDATE search_state SET generation = $1, next_generation = $2, last_sequence = $3,
      article_count = $4, word_count = $5`,
  );
  private readonly byArticleIds: Selection;
  private readonly texts: Selection;
  private readonly outdated = selection(
    'search.listOutdated',
    ['d.sequence'],
    (list) => `SELECT ${list} FROM search_document d WHERE d.generation <> $1`,
  );
  private readonly miscounted = selection(
    'search.listMiscounted',
    ['d.article_id'],
    (list) => `SELECT ${list} FROM search_document d JOIN article a ON a.id = d.article_id
      WHERE d.is_counted <> a.is_public LIMIT $1`,
  );
  private readonly totals = selection(
    'search.count',
    [
      'count(*)',
      'coalesce(sum(CASE WHEN d.is_counted THEN 1 ELSE 0 END), 0)',
      'coalesce(sum(CASE WHEN d.is_counted THEN d.word_count ELSE 0 END), 0)',
    ],
    (list) => `SELECT ${list} FROM search_document d`,
  );
  private readonly backlog = selection(
    'search.listBacklog',
    ['b.article_id'],
    (list) => `SELECT ${list} FROM search_backlog b ORDER BY b.article_id LIMIT $1`,
  );
  private readonly backlogAddition = labelled(
    'search.addToBacklog',
    'INSERT INTO search_backlog (article_id) VALUES ($1) ON CONFLICT DO NOTHING',
  );
  private readonly backlogRemoval;
  private readonly documentWrite;
  private readonly textWrite;
  private readonly documentRemoval;
  private readonly textRemoval;

  constructor(dialect: Dialect) {
    this.lockedState = selection(
      'search.lockState',
      stateColumns,
      (list) => `SELECT ${list} FROM search_state s ${dialect.forUpdate}`,
    );
    this.byArticleIds = selection(
      'search.findByArticleIds',
      documentColumns,
      (list) => `SELECT ${list} FROM search_document d JOIN search_text t ON t.sequence = d.sequence
        WHERE ${dialect.isOneOf('d.article_id', '$1')}`,
    );
    const wanted = dialect.jsonRows('$1', 'r', [{ name: 'sequence', type: 'bigint' }]);
    this.texts = selection(
      'search.listTexts',
      ['d.sequence', 'd.analyzer', 't.words'],
      (list) => `SELECT ${list} FROM ${wanted}
        JOIN search_document d ON d.sequence = r.sequence
        JOIN search_text t ON t.sequence = d.sequence`,
    );
    this.documentWrite = labelled(
      'search.saveDocuments',
      `INSERT INTO search_document
          (sequence, article_id, analyzer, word_count, generation, is_counted)
        SELECT r.sequence, r.article_id, r.analyzer, r.word_count, r.generation, r.is_counted
        FROM ${dialect.jsonRows('$1', 'r', [
          { name: 'sequence', type: 'bigint' },
          { name: 'article_id', type: 'text' },
          { name: 'analyzer', type: 'text' },
          { name: 'word_count', type: 'bigint' },
          { name: 'generation', type: 'bigint' },
          { name: 'is_counted', type: 'boolean' },
        ])} WHERE true
        ON CONFLICT (sequence) DO UPDATE SET analyzer = excluded.analyzer,
          word_count = excluded.word_count, generation = excluded.generation,
          is_counted = excluded.is_counted`,
    );
    this.textWrite = labelled(
      'search.saveTexts',
      `INSERT INTO search_text (sequence, words) SELECT r.sequence, r.words
        FROM ${dialect.jsonRows('$1', 'r', [
          { name: 'sequence', type: 'bigint' },
          { name: 'words', type: 'text' },
        ])} WHERE true
        ON CONFLICT (sequence) DO UPDATE SET words = excluded.words`,
    );
    this.backlogRemoval = labelled(
      'search.removeFromBacklog',
      `DELETE FROM search_backlog WHERE ${dialect.isOneOf('article_id', '$1')}`,
    );
    const removed = `(SELECT r.sequence FROM ${wanted})`;
    this.documentRemoval = labelled(
      'search.removeDocuments',
      `DELETE FROM search_document WHERE sequence IN ${removed}`,
    );
    this.textRemoval = labelled(
      'search.removeTexts',
      `DELETE FROM search_text WHERE sequence IN ${removed}`,
    );
  }

  /** What is true of the whole index. Cost: one statement. */
  async getState(reads: Queryable): Promise<SearchState> {
    return this.readState(reads, this.state);
  }

  /** What cursors are encrypted with: 32 bytes. Cost: one statement. */
  async getCursorKey(reads: Queryable): Promise<Buffer> {
    const [[key] = []] = await reads.select(this.key);
    return Buffer.from(String(key), 'base64');
  }

  /** The same, and nobody else writes the index until the transaction ends. Cost: one statement. */
  async lockState(transaction: Transaction): Promise<SearchState> {
    return this.readState(transaction, this.lockedState);
  }

  /** Writes what is true of the whole index. Cost: one statement. */
  async saveState(transaction: Transaction, state: SearchState): Promise<void> {
    const { generation, nextGeneration, lastSequence, articleCount, wordCount } = state;
    const parameters = [generation, nextGeneration, lastSequence, articleCount, wordCount];
    await transaction.execute(this.stateUpdate, parameters);
  }

  /** What the index knows of articles, in no order. Cost: one statement. */
  async findByArticleIds(reads: Queryable, ids: readonly string[]): Promise<SearchDocument[]> {
    const rows = await reads.select(this.byArticleIds, [ids]);
    return rows.map(([sequence, articleId, analyzer, wordCount, generation, isCounted, words]) => ({
      sequence: Number(sequence),
      articleId: String(articleId),
      analyzer: analyzer as Analyzer,
      wordCount: Number(wordCount),
      generation: Number(generation),
      isCounted: Boolean(isCounted),
      words: String(words),
    }));
  }

  /** The words of articles, for ranking, in no order. Cost: one statement. */
  async listTexts(reads: Queryable, sequences: readonly number[]): Promise<Candidate[]> {
    const rows = await reads.select(this.texts, [toRows(sequences)]);
    return rows.map(([sequence, analyzer, indexedText]) => ({
      sequence: Number(sequence),
      analyzer: analyzer as Analyzer,
      indexedText: String(indexedText),
    }));
  }

  /** Articles whose terms a generation does not count. Cost: one statement. */
  async listOutdated(reads: Queryable, generation: number): Promise<number[]> {
    const rows = await reads.select(this.outdated, [generation]);
    return rows.map(([sequence]) => Number(sequence));
  }

  /** Articles that were saved and are not taken in yet. Cost: one statement. */
  async listBacklog(reads: Queryable, limit: number): Promise<string[]> {
    return (await reads.select(this.backlog, [limit])).map(([articleId]) => String(articleId));
  }

  /** Notes that an article is to be taken in. Cost: one statement. */
  async addToBacklog(transaction: Transaction, articleId: string): Promise<void> {
    await transaction.execute(this.backlogAddition, [articleId]);
  }

  /** Notes that articles are taken in. Cost: one statement. */
  async removeFromBacklog(transaction: Transaction, articleIds: readonly string[]): Promise<void> {
    await transaction.execute(this.backlogRemoval, [articleIds]);
  }

  /** Articles that are counted although hidden, or the other way about. Cost: one statement over all. */
  async listMiscounted(reads: Queryable, limit: number): Promise<string[]> {
    return (await reads.select(this.miscounted, [limit])).map(([articleId]) => String(articleId));
  }

  /**
   * How many articles the index holds, and how many of them and of their words are counted.
   * Cost: one statement over all of them.
   */
  async count(reads: Queryable): Promise<IndexTotals> {
    const [[heldCount, articleCount, wordCount] = []] = await reads.select(this.totals);
    return {
      heldCount: Number(heldCount),
      articleCount: Number(articleCount),
      wordCount: Number(wordCount),
    };
  }

  /** Writes articles, new ones and old ones. Cost: two statements. */
  async save(transaction: Transaction, documents: readonly SearchDocument[]): Promise<void> {
    const rows = documents.map((document) => [
      document.sequence,
      document.articleId,
      document.analyzer,
      document.wordCount,
      document.generation,
      document.isCounted,
    ]);
    await transaction.execute(this.documentWrite, [JSON.stringify(rows)]);
    const texts = documents.map(({ sequence, words }) => [sequence, words]);
    await transaction.execute(this.textWrite, [JSON.stringify(texts)]);
  }

  /** Takes articles away. Cost: two statements. */
  async remove(transaction: Transaction, sequences: readonly number[]): Promise<void> {
    await transaction.execute(this.documentRemoval, [toRows(sequences)]);
    await transaction.execute(this.textRemoval, [toRows(sequences)]);
  }

  private async readState(reads: Queryable, selected: Selection): Promise<SearchState> {
    const [row] = await reads.select(selected);
    if (row === undefined) throw new Error('The search index has lost its row of search_state');
    const [generation, next, lastSequence, articleCount, wordCount] = row;
    return {
      generation: Number(generation),
      nextGeneration: next === null ? null : Number(next),
      lastSequence: Number(lastSequence),
      articleCount: Number(articleCount),
      wordCount: Number(wordCount),
    };
  }
}

function toRows(sequences: readonly number[]): string {
  return JSON.stringify(sequences.map((sequence) => [sequence]));
}
