import {
  type Dialect,
  EntityMapper,
  labelled,
  type Queryable,
  text,
  type Transaction,
  typedSelection,
} from '../../platform/database';
import { IdempotencyKey } from './idempotency-key.entity';

/** Submissions that carried an idempotency key. */
export class IdempotencyKeyRepository {
  private readonly mapper = new EntityMapper(IdempotencyKey);
  private readonly byKeys;
  private readonly claim;
  private readonly owners;
  private readonly forgettingInputs;
  private readonly forgettingSalts;
  private readonly expiring = labelled(
    'commentSubmission.expireSalts',
    `UPDATE comment_submission SET receipt_salt = NULL
     WHERE receipt_salt IS NOT NULL AND created_at < $1`,
  );

  constructor(dialect: Dialect) {
    const isOneOfKeys = dialect.isOneOf('s.idempotency_key', '$1');
    this.byKeys = this.mapper.select(
      'commentSubmission.findByKeys',
      's',
      (list) => `SELECT ${list} FROM comment_submission s WHERE ${isOneOfKeys}`,
    );
    this.owners = typedSelection(
      'commentSubmission.listOwners',
      { commentId: text('s.comment_id') },
      (list) => `SELECT ${list} FROM comment_submission s WHERE ${isOneOfKeys}`,
    );
    const rows = dialect.jsonRows('$1', 'd', [
      { name: 'idempotency_key', type: 'text' },
      { name: 'input_hash', type: 'text' },
      { name: 'comment_id', type: 'text' },
      { name: 'created_at', type: 'bigint' },
      { name: 'receipt_salt', type: 'text' },
    ]);
    this.claim = labelled(
      'commentSubmission.claim',
      `INSERT INTO comment_submission
         (idempotency_key, input_hash, comment_id, created_at, receipt_salt)
       SELECT d.idempotency_key, d.input_hash, d.comment_id, d.created_at, d.receipt_salt
       FROM ${rows} WHERE TRUE ON CONFLICT (idempotency_key) DO NOTHING`,
    );
    const isOneOfComments = dialect.isOneOf('comment_id', '$1');
    this.forgettingInputs = labelled(
      'commentSubmission.forgetInputs',
      `UPDATE comment_submission SET input_hash = '', receipt_salt = NULL
       WHERE ${isOneOfComments}`,
    );
    this.forgettingSalts = labelled(
      'commentSubmission.forgetSalts',
      `UPDATE comment_submission SET receipt_salt = NULL WHERE ${isOneOfComments}`,
    );
  }

  /** The submissions of keys; new keys have none. Cost: one statement. */
  findByKeys(reads: Queryable, keys: readonly string[]): Promise<IdempotencyKey[]> {
    return this.byKeys.list(reads, [keys]);
  }

  /**
   * Claims keys for comments, and gives the ids of the comments that have theirs.
   *
   * Where another transaction claimed a key first, the statement waits until that one has ended.
   * Cost: one statement, and one more where a key was taken.
   */
  async claimKeys(
    transaction: Transaction,
    submissions: readonly IdempotencyKey[],
  ): Promise<ReadonlySet<string>> {
    // Every transaction claims in one order, so that no two wait for each other.
    const ordered = [...submissions].sort((one, other) =>
      one.idempotencyKey < other.idempotencyKey ? -1 : 1,
    );
    const rows = ordered.map(({ idempotencyKey, inputHash, commentId, createdAt, receiptSalt }) => [
      ...[idempotencyKey, inputHash, commentId, createdAt.getTime(), receiptSalt],
    ]);
    const count = await transaction.execute(this.claim, [JSON.stringify(rows)]);
    if (count === rows.length) return new Set(submissions.map(({ commentId }) => commentId));
    const keys = submissions.map(({ idempotencyKey }) => idempotencyKey);
    const owners = await this.owners.list(transaction, [keys]);
    return new Set(owners.map(({ commentId }) => commentId));
  }

  /** Makes the keys of comments stand for no input any more. Cost: one statement. */
  async forgetInputs(transaction: Transaction, commentIds: readonly string[]): Promise<void> {
    await transaction.execute(this.forgettingInputs, [commentIds]);
  }

  /** Makes the receipts of comments impossible to derive again. Cost: one statement. */
  async forgetSalts(transaction: Transaction, commentIds: readonly string[]): Promise<void> {
    await transaction.execute(this.forgettingSalts, [commentIds]);
  }

  /** The same for all submissions from before an instant. Cost: one statement. */
  async expireSalts(transaction: Transaction, before: Date): Promise<number> {
    return transaction.execute(this.expiring, [before.getTime()]);
  }
}
