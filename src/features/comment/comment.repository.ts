import {
  type Dialect,
  EntityMapper,
  labelled,
  type Reads,
  type Row,
  type Selection,
  selection,
  type Transaction,
} from '../../platform/database';
import {
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
  private readonly lists: Record<Parentage, Record<SortDirection, Selection>>;
  private readonly insert = this.mapper.insert('comment.insert');
  private readonly replyCounting = labelled(
    'comment.countReply',
    'UPDATE comment SET reply_count = reply_count + 1 WHERE id = $1',
  );

  constructor(private readonly dialect: Dialect) {
    this.byIds = selection(
      'comment.findByIds',
      this.mapper.columns('c'),
      (list) => `SELECT ${list} FROM comment c WHERE ${dialect.isOneOf('c.id', '$1')}`,
    );
    this.lists = { threads: this.composeLists('threads'), replies: this.composeLists('replies') };
  }

  /** Comments by id, in no order, whatever their status. Cost: one statement. */
  async findByIds(reads: Reads, ids: readonly string[]): Promise<Comment[]> {
    return this.toComments(await reads.select(this.byIds, [ids]));
  }

  /** For each article its page of approved top-level comments, one too many each. Cost: one statement. */
  listByArticleIds(
    reads: Reads,
    articleIds: readonly string[],
    direction: SortDirection,
    request: PageRequest,
  ): Promise<Comment[]> {
    return this.list(reads, 'threads', articleIds, direction, request);
  }

  /** For each comment its page of approved replies, one too many each. Cost: one statement. */
  listByParentIds(
    reads: Reads,
    parentIds: readonly string[],
    direction: SortDirection,
    request: PageRequest,
  ): Promise<Comment[]> {
    return this.list(reads, 'replies', parentIds, direction, request);
  }

  /** Writes a new comment. Cost: one statement. */
  async save(transaction: Transaction, comment: Comment): Promise<void> {
    await transaction.execute(this.insert, this.mapper.toParameters(comment));
  }

  /** Counts one more approved reply of a comment. Cost: one statement. */
  async countReply(transaction: Transaction, commentId: string): Promise<void> {
    await transaction.execute(this.replyCounting, [commentId]);
  }

  private async list(
    reads: Reads,
    parentage: Parentage,
    keys: readonly string[],
    direction: SortDirection,
    request: PageRequest,
  ): Promise<Comment[]> {
    const statement = this.lists[parentage][scanDirection(request, direction)];
    const parameters = [keys, ...keysetParameters(request, direction)];
    return this.toComments(await reads.select(statement, parameters));
  }

  private composeLists(parentage: Parentage): Record<SortDirection, Selection> {
    const compose = (scan: SortDirection) => {
      const { condition, order, limit } = keysetClause({ at: 'c.created_at', id: 'c.id', scan }, 2);
      return selection(labels[parentage], this.mapper.columns('c'), (list) =>
        this.dialect.firstForEach({
          list,
          table: 'comment',
          condition: `${publicRows[parentage]} AND ${condition}`,
          order,
          limit,
        }),
      );
    };
    return { ASC: compose('ASC'), DESC: compose('DESC') };
  }

  private toComments(rows: readonly Row[]): Comment[] {
    return rows.map((row) => this.mapper.fromRow(row));
  }
}
