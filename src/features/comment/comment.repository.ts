import {
  type Dialect,
  EntityMapper,
  labelled,
  type Queryable,
  Selections,
  type Transaction,
  type TypedSelection,
} from '../../platform/database';
import {
  countRowsToRead,
  keysetClause,
  keysetParameters,
  type PageRequest,
  scanDirection,
  type SortDirection,
} from '../../platform/database/paging';
import { Comment } from './comment.entity';

/** What a list of comments hangs under. */
type Parentage = 'threads' | 'replies';

const publicRows: Record<Parentage, string> = {
  threads: `c.article_id = k.value AND c.status = 'APPROVED' AND c.parent_id IS NULL`,
  replies: `c.parent_id = k.value AND c.status = 'APPROVED' AND c.parent_id IS NOT NULL`,
};

const labels: Record<Parentage, string> = {
  threads: 'comment.listByArticleIds',
  replies: 'comment.listByParentIds',
};

/** Rows of comments. */
export class CommentRepository {
  private readonly mapper = new EntityMapper(Comment);
  private readonly byIds;
  private readonly lists = new Selections<TypedSelection<Comment>>();
  private readonly insert;
  private readonly locked;
  private readonly deletion;
  private readonly replyCounting;

  constructor(private readonly dialect: Dialect) {
    this.insert = this.mapper.insertAll('comment.insert', dialect);
    this.byIds = this.mapper.select(
      'comment.findByIds',
      'c',
      (list) => `SELECT ${list} FROM comment c WHERE ${dialect.isOneOf('c.id', '$1')}`,
    );
    this.deletion = labelled(
      'comment.deleteByIds',
      `DELETE FROM comment WHERE ${dialect.isOneOf('id', '$1')}`,
    );
    this.locked = this.mapper.select(
      'comment.lockByIds',
      'c',
      (list) =>
        `SELECT ${list} FROM comment c WHERE ${dialect.isOneOf('c.id', '$1')} ORDER BY c.id ${dialect.forUpdate}`,
    );
    const counted = dialect.jsonRows('$1', 'd', [
      { name: 'id', type: 'text' },
      { name: 'difference', type: 'bigint' },
    ]);
    this.replyCounting = labelled(
      'comment.addReplyCounts',
      `UPDATE comment SET reply_count = reply_count + d.difference FROM ${counted}
       WHERE comment.id = d.id`,
    );
  }

  /** Comments by id, in no order, whatever their status. Cost: one statement. */
  findByIds(reads: Queryable, ids: readonly string[]): Promise<Comment[]> {
    return this.byIds.list(reads, [ids]);
  }

  /**
   * Comments by id, in the order of their ids, that stay as they are until the transaction ends.
   * Cost: one statement.
   */
  lockByIds(transaction: Transaction, ids: readonly string[]): Promise<Comment[]> {
    return this.locked.list(transaction, [ids]);
  }

  /** For each article its page of approved top-level comments, one too many each. Cost: one statement. */
  listByArticleIds(
    reads: Queryable,
    articleIds: readonly string[],
    direction: SortDirection,
    request: PageRequest,
  ): Promise<Comment[]> {
    return this.list(reads, 'threads', articleIds, direction, request);
  }

  /** For each comment its page of approved replies, one too many each. Cost: one statement. */
  listByParentIds(
    reads: Queryable,
    parentIds: readonly string[],
    direction: SortDirection,
    request: PageRequest,
  ): Promise<Comment[]> {
    return this.list(reads, 'replies', parentIds, direction, request);
  }

  /** Writes new comments. Cost: one statement. */
  async saveAll(transaction: Transaction, comments: readonly Comment[]): Promise<void> {
    await transaction.execute(this.insert, [this.mapper.toRows(comments)]);
  }

  /** Deletes comments that this transaction wrote. Cost: one statement. */
  async deleteByIds(transaction: Transaction, ids: readonly string[]): Promise<void> {
    await transaction.execute(this.deletion, [ids]);
  }

  /** Adds to the counts of approved replies: a comment’s id and the difference. Cost: one statement. */
  async addReplyCounts(
    transaction: Transaction,
    differences: readonly (readonly [string, number])[],
  ): Promise<void> {
    await transaction.execute(this.replyCounting, [JSON.stringify(differences)]);
  }

  private list(
    reads: Queryable,
    parentage: Parentage,
    keys: readonly string[],
    direction: SortDirection,
    request: PageRequest,
  ): Promise<Comment[]> {
    const scan = scanDirection(request, direction);
    const page = this.lists.get(`${parentage} ${scan} ${countRowsToRead(request)}`, () =>
      this.composeList(parentage, scan, request),
    );
    const parameters = [keys, ...keysetParameters(request, direction)];
    return page.list(reads, parameters);
  }

  private composeList(parentage: Parentage, scan: SortDirection, request: PageRequest) {
    const { condition, order, limit } = keysetClause(
      { at: 'c.created_at', id: 'c.id', scan, request },
      2,
    );
    return this.mapper.select(labels[parentage], 'c', (list) =>
      this.dialect.firstForEach({
        list,
        table: 'comment',
        condition: `${publicRows[parentage]} AND ${condition}`,
        order,
        limit,
      }),
    );
  }
}
