import {
  type Dialect,
  EntityMapper,
  labelled,
  type Queryable,
  type Transaction,
} from '../database';
import { CdnPurge } from './cdn-purge.entity';

/** Purges that no CDN has taken yet. */
export class CdnPurgeRepository {
  private readonly mapper = new EntityMapper(CdnPurge);
  private readonly insert = this.mapper.insert('cdnPurge.insert');
  private readonly oldest = this.mapper.select(
    'cdnPurge.listOldest',
    'p',
    (list) => `SELECT ${list} FROM cdn_purge p ORDER BY p.id LIMIT $1`,
  );

  /** Writes one down. Cost: one statement. */
  async save(transaction: Pick<Transaction, 'execute'>, purge: CdnPurge): Promise<void> {
    await transaction.execute(this.insert, this.mapper.toParameters(purge));
  }

  /** The oldest ones. Cost: one statement. */
  listOldest(reads: Queryable, limit: number): Promise<CdnPurge[]> {
    return this.oldest.list(reads, [limit]);
  }

  /** Forgets some, whether they are still there or not. Cost: one statement. */
  async remove(transaction: Transaction, dialect: Dialect, ids: readonly string[]): Promise<void> {
    const sql = `DELETE FROM cdn_purge WHERE ${dialect.isOneOf('id', '$1')}`;
    await transaction.execute(labelled('cdnPurge.remove', sql), [ids]);
  }
}
