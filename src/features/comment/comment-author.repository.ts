import {
  type Dialect,
  EntityMapper,
  instant,
  labelled,
  optionalText,
  type Queryable,
  text,
  type Transaction,
  typedSelection,
  unindexed,
} from '../../platform/database';
import type { CommentStatus } from '../decision';
import { Comment } from './comment.entity';

/** By what an author’s earlier comments are found. */
export interface AuthorTraces {
  readonly emailHashes: readonly string[];
  readonly addressHashes: readonly string[];
  /** The first comment of the author’s receipts; null where no receipt is known. */
  readonly authorKey: string | null;
  readonly since: Date;
}

/** An address to store again, under another key. */
export interface ReencryptedEmail {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly emailHash: string;
}

/** Rows of an earlier comment, as moderation wants them. */
export interface EarlierRow {
  readonly body: string;
  readonly createdAt: Date;
  readonly addressHash: string | null;
  readonly isOfSameAuthor: boolean;
}

/** Who wrote a comment: what is found by receipt, address or network, and never shown. */
export class CommentAuthorRepository {
  private readonly whole = new EntityMapper(Comment, { isWhole: true });
  private readonly byReceipt = this.whole.select(
    'commentAuthor.findByReceipt',
    'c',
    (list) => `SELECT ${list} FROM comment c WHERE c.receipt_hash = $1`,
  );
  private readonly lockedByReceipt;
  private readonly earlier;
  private readonly statuses = typedSelection(
    'commentAuthor.listStatuses',
    { status: text<CommentStatus>('c.status') },
    (list) =>
      `SELECT ${list} FROM comment c WHERE c.id = $1 OR c.author_key = $1 GROUP BY c.status`,
  );
  private readonly emails;
  private readonly byEmail;
  private readonly afterId = this.whole.select(
    'commentAuthor.listAfter',
    'c',
    (list) => `SELECT ${list} FROM comment c WHERE c.id > $1 ORDER BY c.id LIMIT $2`,
  );
  private readonly reencrypting;
  private readonly forgetting = labelled(
    'commentAuthor.forgetAddresses',
    `UPDATE comment SET address_hash = NULL WHERE address_hash IS NOT NULL AND created_at < $1`,
  );
  private readonly unanswered = typedSelection(
    'commentAuthor.listUnanswered',
    { id: text('c.id') },
    (list) => `SELECT ${list} FROM comment c
      WHERE c.status = $1 AND c.created_at < $2
        AND NOT EXISTS (SELECT 1 FROM comment r WHERE r.parent_id = c.id)
      ORDER BY c.created_at LIMIT $3`,
  );
  private readonly deletion;

  constructor(dialect: Dialect) {
    this.lockedByReceipt = this.whole.select(
      'commentAuthor.lockByReceipt',
      'c',
      (list) => `SELECT ${list} FROM comment c WHERE c.id IN (
          SELECT k.id FROM comment k WHERE k.receipt_hash = $1
          UNION SELECT k.parent_id FROM comment k WHERE k.receipt_hash = $1)
        ORDER BY c.id ${dialect.forUpdate}`,
    );
    this.earlier = typedSelection(
      'commentAuthor.listEarlier',
      {
        id: text('c.id'),
        body: text('c.body'),
        createdAt: instant('c.created_at'),
        addressHash: optionalText('c.address_hash'),
        emailHash: optionalText('c.email_hash'),
        authorKey: optionalText('c.author_key'),
      },
      (list) => `SELECT ${list} FROM comment c
        WHERE (${dialect.isOneOf('c.email_hash', '$1')} OR ${dialect.isOneOf('c.address_hash', '$2')}
            OR c.author_key = $3 OR c.id = $3)
          AND c.created_at >= $4 AND c.id <> $5
        ORDER BY c.created_at DESC LIMIT $6`,
    );
    this.emails = typedSelection(
      'commentAuthor.listEmails',
      { id: text('c.id'), email: optionalText('c.author_email') },
      (list) => `SELECT ${list} FROM comment c WHERE ${dialect.isOneOf('c.id', '$1')}`,
    );
    const emails = dialect.jsonRows('$1', 'd', [
      { name: 'id', type: 'text' },
      { name: 'email_before', type: 'text' },
      { name: 'email_now', type: 'text' },
      { name: 'email_hash', type: 'text' },
    ]);
    this.reencrypting = labelled(
      'commentAuthor.reseal',
      `UPDATE comment SET author_email = d.email_now, email_hash = d.email_hash FROM ${emails}
       WHERE comment.id = d.id AND comment.author_email = d.email_before`,
    );
    // Decided in the meantime, or replied to: it stays.
    this.deletion = labelled(
      'commentAuthor.deleteUnanswered',
      `DELETE FROM comment WHERE ${dialect.isOneOf('id', '$1')}
         AND ${unindexed('status')} = $2
         AND NOT EXISTS (SELECT 1 FROM comment r WHERE r.parent_id = comment.id)`,
    );
    this.byEmail = this.whole.select(
      'commentAuthor.listByEmail',
      'c',
      // Rows from before there were hashes are found by the address itself.
      (list) => `SELECT ${list} FROM comment c
        WHERE ${dialect.isOneOf('c.email_hash', '$1')}
          OR (c.email_hash IS NULL AND c.author_email IS NOT NULL AND lower(c.author_email) = $2)
        ORDER BY c.id ${dialect.forUpdate}`,
    );
  }

  /** The next comments by id, whatever their status: how all are gone through. Cost: one statement. */
  listAfter(reads: Queryable, id: string, limit: number): Promise<Comment[]> {
    return this.afterId.list(reads, [id, limit]);
  }

  /** Replaces stored addresses, except those that were erased meanwhile. Cost: one statement. */
  async reencrypt(transaction: Transaction, emails: readonly ReencryptedEmail[]): Promise<number> {
    const rows = emails.map(({ id, from, to, emailHash }) => [id, from, to, emailHash]);
    return transaction.execute(this.reencrypting, [JSON.stringify(rows)]);
  }

  /** Forgets which networks comments from before an instant came from. Cost: one statement. */
  async forgetAddresses(transaction: Transaction, before: Date): Promise<number> {
    return transaction.execute(this.forgetting, [before.getTime()]);
  }

  /** Comments of a status from before an instant that nobody replied to, the oldest first. Cost: one statement. */
  async listUnanswered(
    reads: Queryable,
    status: CommentStatus,
    before: Date,
    limit: number,
  ): Promise<string[]> {
    const found = await this.unanswered.list(reads, [status, before.getTime(), limit]);
    return found.map(({ id }) => id);
  }

  /** Deletes comments that still have a status, with all their data. Cost: one statement. */
  async deleteUnanswered(
    transaction: Transaction,
    status: CommentStatus,
    ids: readonly string[],
  ): Promise<number> {
    return transaction.execute(this.deletion, [ids, status]);
  }

  /** The comment of a receipt; null where there is none. Cost: one statement. */
  findByReceipt(reads: Queryable, receiptHash: string): Promise<Comment | null> {
    return this.byReceipt.find(reads, [receiptHash]);
  }

  /**
   * The same, locked until the transaction ends; and the comment above it, whose counter may
   * change, in the order in which every transaction takes its rows.
   * Cost: one statement.
   */
  async lockByReceipt(transaction: Transaction, receiptHash: string): Promise<Comment | null> {
    const comments = await this.lockedByReceipt.list(transaction, [receiptHash]);
    return comments.find((comment) => comment.receiptHash === receiptHash) ?? null;
  }

  /** The newest comments with the same traces, but for one comment. Cost: one statement. */
  async listEarlier(
    reads: Queryable,
    { emailHashes, addressHashes, authorKey, since }: AuthorTraces,
    { exceptId, limit }: { readonly exceptId: string; readonly limit: number },
  ): Promise<EarlierRow[]> {
    // No key is empty: where none is known, none is found.
    const key = authorKey ?? '';
    const parameters = [emailHashes, addressHashes, key, since.getTime(), exceptId, limit];
    const found = await this.earlier.list(reads, parameters);
    return found.map(({ id, body, createdAt, addressHash, emailHash, authorKey: rowKey }) => ({
      body,
      createdAt,
      addressHash,
      isOfSameAuthor: emailHashes.some((hash) => hash === emailHash) || [rowKey, id].includes(key),
    }));
  }

  /** Which statuses the comments of an author’s receipts have. Cost: one statement. */
  async listStatuses(reads: Queryable, authorKey: string): Promise<CommentStatus[]> {
    const found = await this.statuses.list(reads, [authorKey]);
    return found.map(({ status }) => status);
  }

  /** The stored addresses of comments, by id; encrypted. Cost: one statement. */
  async listEmails(reads: Queryable, ids: readonly string[]): Promise<Map<string, string | null>> {
    const found = await this.emails.list(reads, [ids]);
    return new Map(found.map(({ id, email }) => [id, email]));
  }

  /**
   * All comments of an e-mail address, locked until the transaction ends.
   * Shape: `hashes` as they may be stored; `plain` normalized, for rows from before there were any.
   * Cost: one statement.
   */
  lockByEmail(
    transaction: Transaction,
    hashes: readonly string[],
    plain: string,
  ): Promise<Comment[]> {
    return this.byEmail.list(transaction, [hashes, plain]);
  }
}
