import { type Dialect, labelled, type Transaction } from '../../platform/database';
import type { FormerKeyKind } from './former-tag-key.entity';

/** A key, and of which kind it is. */
export interface FormerKey {
  readonly kind: FormerKeyKind;
  readonly textKey: string;
}

/** Rows of what tags were once called. */
export class FormerTagKeyRepository {
  private readonly insertion;
  private readonly removal;
  private readonly moving;

  constructor(dialect: Dialect) {
    const columns = [
      { name: 'kind', type: 'text' },
      { name: 'text_key', type: 'text' },
    ] as const;
    this.insertion = labelled(
      'formerTagKey.save',
      `INSERT INTO former_tag_key (kind, text_key, tag_id)
        SELECT r.kind, r.text_key, CAST($1 AS varchar) FROM ${dialect.jsonRows('$2', 'r', columns)}
        WHERE true ON CONFLICT (kind, text_key) DO UPDATE SET tag_id = excluded.tag_id`,
    );
    this.removal = labelled(
      'formerTagKey.remove',
      `DELETE FROM former_tag_key WHERE (kind, text_key) IN (
        SELECT r.kind, r.text_key FROM ${dialect.jsonRows('$1', 'r', columns)})`,
    );
    this.moving = labelled(
      'formerTagKey.move',
      `UPDATE former_tag_key SET tag_id = $1 WHERE ${dialect.isOneOf('tag_id', '$2')}`,
    );
  }

  /** Lets keys lead to a tag from now on. Cost: one statement. */
  async save(transaction: Transaction, keys: readonly FormerKey[], tagId: string): Promise<void> {
    if (keys.length > 0) await transaction.execute(this.insertion, [tagId, toRows(keys)]);
  }

  /** Forgets keys that a tag now has. Cost: one statement. */
  async remove(transaction: Transaction, keys: readonly FormerKey[]): Promise<void> {
    await transaction.execute(this.removal, [toRows(keys)]);
  }

  /** Lets all that led to some tags lead to another. Cost: one statement. */
  async move(transaction: Transaction, from: readonly string[], into: string): Promise<void> {
    await transaction.execute(this.moving, [into, from]);
  }
}

function toRows(keys: readonly FormerKey[]): string {
  return JSON.stringify(keys.map(({ kind, textKey }) => [kind, textKey]));
}
