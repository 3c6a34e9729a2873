import { EntityMapper, type Queryable, selection, type Transaction } from '../../platform/database';
import { ArticleCreation } from './article-creation.entity';

/** Idempotency keys of new articles. */
export class ArticleCreationRepository {
  private readonly mapper = new EntityMapper(ArticleCreation);
  private readonly byKey = selection(
    'articleCreation.find',
    this.mapper.columns('c'),
    (list) => `SELECT ${list} FROM article_creation c
      WHERE c.created_by = $1 AND c.idempotency_key = $2`,
  );
  private readonly insert = this.mapper.insert('articleCreation.insert');

  /** What an editor made with a key; null where the key is new. Cost: one statement. */
  async find(reads: Queryable, createdBy: string, key: string): Promise<ArticleCreation | null> {
    const [row] = await reads.select(this.byKey, [createdBy, key]);
    return row === undefined ? null : this.mapper.fromRow(row);
  }

  /** Claims a key. Errors: DatabaseError where another transaction has claimed it. Cost: one statement. */
  async save(transaction: Transaction, creation: ArticleCreation): Promise<void> {
    await transaction.execute(this.insert, this.mapper.toParameters(creation));
  }
}
