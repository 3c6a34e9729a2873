import {
  EntityMapper,
  labelled,
  type Queryable,
  selection,
  type Transaction,
} from '../../platform/database';
import { PreviewLinkRow } from './preview-link.entity';

/** Rows of preview links. */
export class PreviewLinkRepository {
  private readonly mapper = new EntityMapper(PreviewLinkRow);
  private readonly byHash = selection(
    'previewLink.findByHash',
    this.mapper.columns('l'),
    (list) => `SELECT ${list} FROM preview_link l WHERE l.token_hash = $1`,
  );
  private readonly total = selection(
    'previewLink.count',
    ['count(*)'],
    (list) => `SELECT ${list} FROM preview_link l WHERE l.article_id = $1`,
  );
  private readonly insert = this.mapper.insert('previewLink.insert');
  private readonly expiry = labelled(
    'previewLink.removeExpired',
    'DELETE FROM preview_link WHERE article_id = $1 AND expires_at <= $2',
  );
  private readonly revocation = labelled(
    'previewLink.removeByArticleId',
    'DELETE FROM preview_link WHERE article_id = $1',
  );

  /** The link of a token's hash; null where there is none. Cost: one statement. */
  async findByHash(reads: Queryable, hash: string): Promise<PreviewLinkRow | null> {
    const [row] = await reads.select(this.byHash, [hash]);
    return row === undefined ? null : this.mapper.fromRow(row);
  }

  /** How many links an article has, expired ones included. Cost: one statement. */
  async count(reads: Queryable, articleId: string): Promise<number> {
    const [row] = await reads.select(this.total, [articleId]);
    return Number(row?.[0] ?? 0);
  }

  /** Stores a link. Cost: one statement. */
  async save(transaction: Transaction, link: PreviewLinkRow): Promise<void> {
    await transaction.execute(this.insert, this.mapper.toParameters(link));
  }

  /** Deletes an article's links that have expired. Cost: one statement. */
  async removeExpired(transaction: Transaction, articleId: string, now: Date): Promise<number> {
    return transaction.execute(this.expiry, [articleId, now.getTime()]);
  }

  /** Deletes an article's links. Shape: how many there were. Cost: one statement. */
  async removeByArticleId(transaction: Transaction, articleId: string): Promise<number> {
    return transaction.execute(this.revocation, [articleId]);
  }
}
