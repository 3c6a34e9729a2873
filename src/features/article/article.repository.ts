import { foldText } from '../../lib/text';
import {
  type Dialect,
  EntityMapper,
  labelled,
  type Queryable,
  type Row,
  type Selection,
  Selections,
  selection,
  type Transaction,
  unindexed,
} from '../../platform/database';
import {
  composePage,
  countRowsToRead,
  keysetClause,
  keysetParameters,
  type PageRequest,
  type PageSource,
  scanDirection,
  type SortDirection,
} from '../../platform/database/paging';
import { toCount } from './article-count';
import { type ArticleCriteria, toLists } from './article-criteria';
import { Article } from './article.entity';
import { ArticleChanged } from './article.errors';
import type { PublicationWindow } from './publication-window';
import { isTagged, toTagLists } from './tagged-article-criteria';

/** An article of something that has many. */
export interface ArticleOf {
  /** The id of a tag or a file. */
  readonly ofId: string;
  readonly article: Article;
}

/** An id of an article is `article_` and 26 digits and small letters. */
const behindEveryId = `article_${'z'.repeat(27)}`;
/** Due articles of one kind of planned moment that are listed at once. */
const maxDueOfKind = 100;

/** Rows of articles. */
export class ArticleRepository {
  /** What readers see of an article: the columns that are read for each of their answers. */
  private readonly mapper = new EntityMapper(Article);
  private readonly columns = this.mapper.columns('a');
  private readonly whole = new EntityMapper(Article, { isWhole: true });
  private readonly wholeColumns = this.whole.columns('a');
  private readonly byIds;
  private readonly wholeByIds;
  private readonly bySlug = selection(
    'article.findBySlug',
    this.columns,
    (list) => `SELECT ${list} FROM article a WHERE a.id = coalesce(
      (SELECT p.id FROM article p WHERE p.slug = $1),
      (SELECT f.article_id FROM former_slug f WHERE f.slug = $1)
    )`,
  );
  private readonly bySlugs;
  private readonly bySource = selection(
    'article.findBySource',
    this.wholeColumns,
    (list) => `SELECT ${list} FROM article a WHERE a.source_key = $1 AND a.source_day = $2`,
  );
  private readonly latestBySource = selection(
    'article.findLatestBySource',
    this.wholeColumns,
    (list) =>
      `SELECT ${list} FROM article a WHERE a.source_key = $1 ORDER BY a.source_day DESC LIMIT 1`,
  );
  private readonly pageById = selection(
    'article.listAfter',
    this.wholeColumns,
    (list) => `SELECT ${list} FROM article a WHERE a.id > $1 ORDER BY a.id LIMIT $2`,
  );
  private readonly anyOne = selection(
    'article.hasAny',
    ['1'],
    (list) => `SELECT ${list} FROM article LIMIT 1`,
  );
  private readonly publicationWindow = selection(
    'article.findPublicationWindow',
    [
      `(SELECT max(a.timeline_at) FROM article a
        WHERE a.status = 'PUBLISHED' AND a.timeline_at <= $1)`,
      '(SELECT max(a.unpublish_at) FROM article a WHERE a.unpublish_at <= $1)',
      '(SELECT max(a.scheduled_at) FROM article a WHERE a.scheduled_at <= $1)',
      `(SELECT min(a.timeline_at) FROM article a
        WHERE a.status = 'PUBLISHED' AND a.timeline_at > $1)`,
      '(SELECT min(a.unpublish_at) FROM article a WHERE a.unpublish_at > $1)',
      '(SELECT min(a.scheduled_at) FROM article a WHERE a.scheduled_at > $1)',
    ],
    (list) => `SELECT ${list}`,
  );
  private readonly due;
  private readonly insert = this.mapper.insert('article.insert');
  private readonly opening = labelled(
    'article.setCommentsOpen',
    'UPDATE article SET comments_open = $1 WHERE id = $2',
  );
  private readonly sourcing = labelled(
    'article.setSource',
    'UPDATE article SET source_key = $1, source_day = $2, source_hash = $3 WHERE id = $4',
  );
  private readonly replacement = this.mapper.update('article.update', 'editingVersion');
  private readonly removal = labelled('article.remove', 'DELETE FROM article WHERE id = $1');
  private readonly locking;
  private readonly selections = new Selections();

  constructor(private readonly dialect: Dialect) {
    const dueUnless = (isDue: string, at: string) => `SELECT * FROM (
      SELECT a.id FROM article a WHERE ${isDue} AND NOT ${dialect.isOneOf('a.id', '$2')}
      ORDER BY ${at} LIMIT ${maxDueOfKind}
    )`;
    this.due = selection(
      'article.listDueIds',
      ['d.id'],
      (list) => `SELECT ${list} FROM (
        ${dueUnless(
          `a.timeline_at <= $1 AND a.status = 'PUBLISHED' AND NOT a.is_public AND a.is_public = false`,
          'a.timeline_at',
        )} p
        UNION ALL ${dueUnless('a.scheduled_at <= $1', 'a.scheduled_at')} r
        UNION ALL ${dueUnless('a.unpublish_at <= $1', 'a.unpublish_at')} u
      ) d`,
    );
    this.byIds = selection(
      'article.findByIds',
      this.columns,
      (list) => `SELECT ${list} FROM article a WHERE ${dialect.isOneOf('a.id', '$1')}`,
    );
    this.wholeByIds = selection(
      'article.listWholeByIds',
      this.wholeColumns,
      (list) => `SELECT ${list} FROM article a WHERE ${dialect.isOneOf('a.id', '$1')}`,
    );
    this.locking = selection(
      'article.lockById',
      this.wholeColumns,
      (list) => `SELECT ${list} FROM article a WHERE a.id = $1 ${dialect.forUpdate}`,
    );
    const isTaken = `${dialect.isOneOf('a.slug_key', '$1')} OR ${dialect.isOneOf('a.slug', '$2')}`;
    this.bySlugs = selection(
      'article.listBySlugs',
      this.wholeColumns,
      (list) => `SELECT ${list} FROM article a WHERE ${isTaken}`,
    );
  }

  /** Articles by id, in no order, whatever their status. Cost: one statement. */
  async findByIds(reads: Queryable, ids: readonly string[]): Promise<Article[]> {
    return this.toArticles(await reads.select(this.byIds, [ids]));
  }

  /** The same with all that only writers need. Cost: one statement. */
  async listWholeByIds(reads: Queryable, ids: readonly string[]): Promise<Article[]> {
    return this.toWhole(await reads.select(this.wholeByIds, [ids]));
  }

  /**
   * The article of a slug, else that which once had it, whatever its status.
   * Cost: one statement.
   */
  async findBySlug(reads: Queryable, slug: string): Promise<Article | null> {
    return this.toArticles(await reads.select(this.bySlug, [slug]))[0] ?? null;
  }

  /**
   * The articles whose present slugs read like one of these, in no order, whatever their status.
   * Cost: one statement.
   */
  async listBySlugs(reads: Queryable, slugs: readonly string[]): Promise<Article[]> {
    return this.toWhole(await reads.select(this.bySlugs, [slugs.map(foldText), slugs]));
  }

  /** The article of a source key and a stated day. Cost: one statement. */
  async findBySource(reads: Queryable, key: string, day: string): Promise<Article | null> {
    return this.toWhole(await reads.select(this.bySource, [key, day]))[0] ?? null;
  }

  /** The article of a source key whose stated day is the latest. Cost: one statement. */
  async findLatestBySource(reads: Queryable, key: string): Promise<Article | null> {
    return this.toWhole(await reads.select(this.latestBySource, [key]))[0] ?? null;
  }

  /** The next articles by id, whatever their status: how all are gone through. Cost: one statement. */
  async listAfter(reads: Queryable, id: string, limit: number): Promise<Article[]> {
    return this.toWhole(await reads.select(this.pageById, [id, limit]));
  }

  /** A page's rows as the index is read, one more than the page. Cost: one statement. */
  async listPage(
    reads: Queryable,
    criteria: ArticleCriteria,
    direction: SortDirection,
    request: PageRequest,
  ): Promise<Article[]> {
    const { sql, parameters } = composePage(toSource(criteria), direction, request);
    const page = this.selections.get(sql, () =>
      selection('article.listPage', this.columns, (list) => `SELECT ${list} ${sql}`),
    );
    return this.toArticles(await reads.select(page, parameters));
  }

  /**
   * For each tag a page of its articles that readers see, newest first, one too many each.
   * Cost: one statement; one range of an index a tag, as long as the page.
   */
  async listByTagIds(
    reads: Queryable,
    tagIds: readonly string[],
    now: Date,
    request: PageRequest,
  ): Promise<ArticleOf[]> {
    const scan = scanDirection(request, 'DESC');
    const page = this.selections.get(`by tags ${scan} ${countRowsToRead(request)}`, () =>
      this.composeTagLists(scan, request),
    );
    const span = { from: null, until: now.getTime() + 1 };
    const bounds = keysetParameters(request, 'DESC', span);
    return this.toArticlesOf(await reads.select(page, [tagIds, now.getTime(), ...bounds]));
  }

  /**
   * For each file a page of the articles that use it, whatever their status; one too many each.
   * Shape: by their ids, and so by their making, the last one first.
   * Cost: one statement; one range of an index a file, as long as the page.
   */
  async listByFileIds(
    reads: Queryable,
    fileIds: readonly string[],
    request: PageRequest,
  ): Promise<ArticleOf[]> {
    const scan = scanDirection(request, 'DESC');
    const page = this.selections.get(`by files ${scan} ${countRowsToRead(request)}`, () =>
      this.composeFileLists(scan, request),
    );
    const { after, before } = request;
    const bounds = [before?.id ?? '', after?.id ?? behindEveryId];
    return this.toArticlesOf(await reads.select(page, [fileIds, ...bounds]));
  }

  private composeFileLists(scan: SortDirection, request: PageRequest): Selection {
    return selection('article.listByFileIds', ['k.value', ...this.mapper.columns('c')], (list) =>
      this.dialect.firstForEach({
        list,
        table: 'article',
        order: `x.article_id ${scan}`,
        limit: String(countRowsToRead(request)),
        condition: 'x.file_id = k.value AND x.article_id > $2 AND x.article_id < $3',
        // PostgreSQL would else go through all articles to find these few in their order.
        ids: {
          table: 'image_file_use',
          column: 'article_id',
          rowOrder: `${unindexed('c.id')} ${scan}`,
        },
      }),
    );
  }

  private composeTagLists(scan: SortDirection, request: PageRequest): Selection {
    const keyset = { at: 'x.timeline_at', id: 'x.article_id', scan, request };
    const { condition, order, limit } = keysetClause(keyset, 3);
    const { order: rowOrder } = keysetClause({ ...keyset, at: 'c.timeline_at', id: 'c.id' }, 3);
    return selection('article.listByTagIds', ['k.value', ...this.mapper.columns('c')], (list) =>
      this.dialect.firstForEach({
        list,
        table: 'article',
        order,
        limit,
        condition: `(x.unpublish_at IS NULL OR x.unpublish_at > $2) AND x.tag_id = k.value
          AND x.status = 'PUBLISHED' AND ${condition}`,
        ids: { table: 'article_tag', column: 'article_id', rowOrder },
      }),
    );
  }

  /**
   * How many articles the criteria mean.
   * Cost: one statement; it grows with what is planned, and between dates with what lies there.
   */
  async count(reads: Queryable, criteria: ArticleCriteria): Promise<number> {
    const { sql, parameters } = toCount(criteria);
    const total = this.selections.get(sql, () =>
      selection('article.count', [sql], (list) => `SELECT ${list}`),
    );
    const [row] = await reads.select(total, parameters);
    return Number(row?.[0] ?? 0);
  }

  /** The planned moments of any kind on both sides of an instant. Cost: one statement. */
  async findPublicationWindow(reads: Queryable, now: Date): Promise<PublicationWindow> {
    const [row = []] = await reads.select(this.publicationWindow, [now.getTime()]);
    return {
      since: chooseInstant(Math.max, row.slice(0, 3)),
      until: chooseInstant(Math.min, row.slice(3)),
    };
  }

  /**
   * Articles with a planned moment that has passed and was not settled yet, but for those of `except`.
   * Shape: in no order; 300 at most: the hundred of each kind that have waited longest.
   * Cost: one statement, as long as what it finds and what is left out.
   */
  async listDueIds(reads: Queryable, now: Date, except: readonly string[]): Promise<string[]> {
    const rows = await reads.select(this.due, [now.getTime(), except]);
    // What is due for two reasons is found twice.
    return [...new Set(rows.map(([id]) => String(id)))];
  }

  /** Whether there is any article at all. Cost: one statement. */
  async hasAny(reads: Queryable): Promise<boolean> {
    return (await reads.select(this.anyOne)).length > 0;
  }

  /** Writes a new article. Cost: one statement. */
  async save(transaction: Transaction, article: Article): Promise<void> {
    await transaction.execute(this.insert, this.mapper.toParameters(article));
  }

  /** An article that nobody else changes before the transaction ends. Cost: one statement. */
  async lockById(transaction: Transaction, id: string): Promise<Article | null> {
    return this.toWhole(await transaction.select(this.locking, [id]))[0] ?? null;
  }

  /** Deletes an article; its sections, images, revisions and comments go with it. Cost: one statement. */
  async remove(transaction: Transaction, id: string): Promise<void> {
    await transaction.execute(this.removal, [id]);
  }

  /**
   * Overwrites an article that still has the editing version `previous`.
   * Errors: ArticleChanged, with nothing written. Cost: one statement.
   */
  async replace(transaction: Transaction, article: Article, previous: number): Promise<void> {
    const parameters = [...this.mapper.toParameters(article), previous];
    const count = await transaction.execute(this.replacement, parameters);
    if (count === 0) throw new ArticleChanged(article.id);
  }

  /** Stores where an article comes from; nobody is shown it. Cost: one statement. */
  async setSource(
    transaction: Transaction,
    { id, sourceKey, sourceDay, sourceHash }: Article,
  ): Promise<void> {
    await transaction.execute(this.sourcing, [sourceKey, sourceDay, sourceHash, id]);
  }

  /** Opens or closes an article for comments. Cost: one statement. */
  async setCommentsOpen(transaction: Transaction, id: string, isOpen: boolean): Promise<void> {
    await transaction.execute(this.opening, [isOpen, id]);
  }

  private toArticles(rows: readonly Row[]): Article[] {
    return rows.map((row) => this.mapper.fromRow(row));
  }

  private toWhole(rows: readonly Row[]): Article[] {
    return rows.map((row) => this.whole.fromRow(row));
  }

  private toArticlesOf(rows: readonly Row[]): ArticleOf[] {
    return rows.map(([ofId, ...row]) => ({
      ofId: String(ofId),
      article: this.mapper.fromRow(row),
    }));
  }
}

/** Null where all values are. */
function chooseInstant(
  choose: (...values: number[]) => number,
  values: readonly unknown[],
): Date | null {
  const instants = values.filter((value) => value !== null).map(Number);
  return instants.length === 0 ? null : new Date(choose(...instants));
}

function toSource(criteria: ArticleCriteria): PageSource {
  const rows = { table: 'article', alias: 'a', at: 'timeline_at' };
  if (!isTagged(criteria)) return { ...rows, lists: toLists(criteria) };
  const keys = { table: 'article_tag', alias: 'x', id: 'article_id' };
  return { ...rows, keys, lists: toTagLists(criteria) };
}
