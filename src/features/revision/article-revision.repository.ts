import {
  type Dialect,
  EntityMapper,
  type Queryable,
  type Row,
  Selections,
  selection,
  type Transaction,
} from '../../platform/database';
import { composePage, type PageRequest } from '../../platform/database/paging';
import { ArticleRevisionRow } from './article-revision.entity';

/** Rows of articles' saves. */
export class ArticleRevisionRepository {
  private readonly mapper = new EntityMapper(ArticleRevisionRow);
  private readonly columns = this.mapper.columns('r');
  private readonly byVersions;
  private readonly byVersion = selection(
    'revision.findByVersion',
    this.columns,
    (list) => `SELECT ${list} FROM article_revision r WHERE r.article_id = $1 AND r.version = $2`,
  );
  private readonly latestUntil = selection(
    'revision.findLatestUntil',
    this.columns,
    (list) => `SELECT ${list} FROM article_revision r
      WHERE r.article_id = $1 AND r.version <= $2 ORDER BY r.version DESC LIMIT 1`,
  );
  private readonly total = selection(
    'revision.count',
    ['count(*)'],
    (list) => `SELECT ${list} FROM article_revision r WHERE r.article_id = $1`,
  );
  private readonly selections = new Selections();
  private readonly insert = this.mapper.insert('revision.insert');

  constructor(dialect: Dialect) {
    const pairs = dialect.jsonRows('$1', 'p', [
      { name: 'article_id', type: 'text' },
      { name: 'version', type: 'bigint' },
    ]);
    this.byVersions = selection(
      'revision.findByVersions',
      this.columns,
      (list) => `SELECT ${list} FROM ${pairs}
        CROSS JOIN article_revision r WHERE r.article_id = p.article_id AND r.version = p.version`,
    );
  }

  /** Saves by article and version, in no order. Cost: one statement. */
  async findByVersions(
    reads: Queryable,
    keys: readonly RevisionKey[],
  ): Promise<ArticleRevisionRow[]> {
    const pairs = keys.map(({ articleId, version }) => [articleId, version]);
    return this.toRevisions(await reads.select(this.byVersions, [JSON.stringify(pairs)]));
  }

  /** One save; null where the article has none of this version. Cost: one statement. */
  async findByVersion(
    reads: Queryable,
    articleId: string,
    version: number,
  ): Promise<ArticleRevisionRow | null> {
    return this.toRevisions(await reads.select(this.byVersion, [articleId, version]))[0] ?? null;
  }

  /** One save that must be there. Errors: an Error where it is not. Cost: one statement. */
  async getByVersion(
    reads: Queryable,
    articleId: string,
    version: number,
  ): Promise<ArticleRevisionRow> {
    const revision = await this.findByVersion(reads, articleId, version);
    if (revision === null) throw new Error(`${articleId} has lost its revision ${version}`);
    return revision;
  }

  /** The newest save up to a version; null where there is none. Cost: one statement. */
  async findLatestUntil(
    reads: Queryable,
    articleId: string,
    version: number,
  ): Promise<ArticleRevisionRow | null> {
    return this.toRevisions(await reads.select(this.latestUntil, [articleId, version]))[0] ?? null;
  }

  /** A page's rows as the index is read, one more than the page, the newest first. Cost: one statement. */
  async listPage(
    reads: Queryable,
    articleId: string,
    request: PageRequest,
  ): Promise<ArticleRevisionRow[]> {
    const ofArticle = {
      span: { from: null, until: null },
      compose: (first: number) => ({ sql: `r.article_id = $${first}`, parameters: [articleId] }),
    };
    const source = { table: 'article_revision', alias: 'r', at: 'version', lists: [ofArticle] };
    const { sql, parameters } = composePage(source, 'DESC', request);
    const page = this.selections.get(sql, () =>
      selection('revision.listPage', this.columns, (list) => `SELECT ${list} ${sql}`),
    );
    return this.toRevisions(await reads.select(page, parameters));
  }

  /** How many saves an article has. Cost: one statement over its index entries. */
  async count(reads: Queryable, articleId: string): Promise<number> {
    const [row] = await reads.select(this.total, [articleId]);
    return Number(row?.[0] ?? 0);
  }

  /** Stores a save. Cost: one statement. */
  async save(transaction: Transaction, revision: ArticleRevisionRow): Promise<void> {
    await transaction.execute(this.insert, this.mapper.toParameters(revision));
  }

  private toRevisions(rows: readonly Row[]): ArticleRevisionRow[] {
    return rows.map((row) => this.mapper.fromRow(row));
  }
}

/** Which save of which article. */
export interface RevisionKey {
  readonly articleId: string;
  readonly version: number;
}
