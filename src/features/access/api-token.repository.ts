import {
  type Dialect,
  EntityMapper,
  labelled,
  type Queryable,
  type Transaction,
} from '../../platform/database';
import { ApiToken } from './api-token.entity';

/** Rows of API tokens. */
export class ApiTokenRepository {
  private readonly mapper = new EntityMapper(ApiToken);
  private readonly bySecretHash = this.mapper.select(
    'apiToken.findBySecretHash',
    't',
    (list) => `SELECT ${list} FROM api_token t WHERE t.secret_hash = $1`,
  );
  private readonly byNameOrId = this.mapper.select(
    'apiToken.listByNameOrId',
    't',
    (list) => `SELECT ${list} FROM api_token t WHERE t.id = $1 OR t.name = $1 ORDER BY t.id`,
  );
  private readonly all = this.mapper.select(
    'apiToken.list',
    't',
    (list) => `SELECT ${list} FROM api_token t ORDER BY t.id`,
  );
  private readonly byIds;
  private readonly insert = this.mapper.insert('apiToken.insert');
  private readonly revocation = labelled(
    'apiToken.revoke',
    'UPDATE api_token SET revoked_at = $1 WHERE id = $2 AND revoked_at IS NULL',
  );
  private readonly use = labelled(
    'apiToken.noteUse',
    `UPDATE api_token SET last_used_at = $1
     WHERE id = $2 AND (last_used_at IS NULL OR last_used_at < $1)`,
  );

  constructor(dialect: Dialect) {
    this.byIds = this.mapper.select(
      'apiToken.findByIds',
      't',
      (list) => `SELECT ${list} FROM api_token t WHERE ${dialect.isOneOf('t.id', '$1')}`,
    );
  }

  /** The token of a secret's hash, whatever its state. Cost: one statement. */
  findBySecretHash(reads: Queryable, secretHash: string): Promise<ApiToken | null> {
    return this.bySecretHash.find(reads, [secretHash]);
  }

  /** Tokens by id, in no order, whatever their state. Cost: one statement. */
  findByIds(reads: Queryable, ids: readonly string[]): Promise<ApiToken[]> {
    return this.byIds.list(reads, [ids]);
  }

  /** The token of an id, or every token of a name, oldest first. Cost: one statement. */
  listByNameOrId(reads: Queryable, nameOrId: string): Promise<ApiToken[]> {
    return this.byNameOrId.list(reads, [nameOrId]);
  }

  /** Every token, oldest first: a newsroom has tens of them. Cost: one statement. */
  list(reads: Queryable): Promise<ApiToken[]> {
    return this.all.list(reads);
  }

  /** Writes a new token. Cost: one statement. */
  async save(transaction: Transaction, token: ApiToken): Promise<void> {
    await transaction.execute(this.insert, this.mapper.toParameters(token));
  }

  /** Revokes a token; false where it is already. Cost: one statement. */
  async revoke(transaction: Transaction, id: string, at: Date): Promise<boolean> {
    return (await transaction.execute(this.revocation, [at.getTime(), id])) > 0;
  }

  /** Notes that a token was used, unless that is known already. Cost: one statement. */
  async noteUse(transaction: Transaction, id: string, hour: Date): Promise<void> {
    await transaction.execute(this.use, [hour.getTime(), id]);
  }
}
