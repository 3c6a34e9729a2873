import {
  type Dialect,
  EntityMapper,
  labelled,
  type Queryable,
  selection,
  type Transaction,
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
  private readonly byReceipt = selection(
    'commentAuthor.findByReceipt',
    this.whole.columns('c'),
    (list) => `SELECT ${list} FROM comment c WHERE c.receipt_hash = $1`,
  );
  private readonly lockedByReceipt;
  private readonly earlier;
  private readonly statuses = selection(
    'commentAuthor.listStatuses',
    ['c.status'],
    (list) =>
      `SELECT ${list} FROM comment c WHERE c.id = $1 OR c.author_key = $1 GROUP BY c.status`,
  );
  private readonly emails;
  private readonly byEmail;
  private readonly afterId = selection(
    'commentAuthor.listAfter',
    this.whole.columns('c'),
    (list) => `SELECT ${list} FROM comment c WHERE c.id > $1 ORDER BY c.id LIMIT $2`,
  );
  private readonly reencrypting;
  private readonly forgetting = labelled(
    'commentAuthor.forgetAddresses',
    `UPDATE comment SET address_hash = NULL WHERE address_hash IS NOT NULL AND created_at < $1`,
  );
  private readonly unanswered = selection(
    'commentAuthor.listUnanswered',
    ['c.id'],
    (list) => `SELECT ${list} FROM comment c
      WHERE c.status = $1 AND c.created_at < $2
        AND NOT EXISTS (SELECT 1 FROM comment r WHERE r.parent_id = c.id)
      ORDER BY c.created_at LIMIT $3`,
  );
  private readonly deletion;

  constructor(dialect: Dialect) {
    this.lockedByReceipt = selection(
      'commentAuthor.lockByReceipt',
      this.whole.columns('c'),
      (list) => `SELECT ${list} FROM comment c WHERE c.id IN (
          SELECT k.id FROM comment k WHERE k.receipt_hash = $1
          UNION SELECT k.parent_id FROM comment k WHERE k.receipt_hash = $1)
        ORDER BY c.id ${dialect.forUpdate}`,
    );
    this.earlier = selection(
      'commentAuthor.listEarlier',
      ['c.body', 'c.created_at', 'c.address_hash', 'c.email_hash', 'c.author_key', 'c.id'],
      (list) => `SELECT ${list} FROM comment c
        WHERE (${dialect.isOneOf('c.email_hash', '$1')} OR ${dialect.isOneOf('c.address_hash', '$2')}
            OR c.author_key = $3 OR c.id = $3)
          AND c.created_at >= $4 AND c.id <> $5
        ORDER BY c.created_at DESC LIMIT $6`,
    );
    this.emails = selection(
      'commentAuthor.listEmails',
      ['c.id', 'c.author_email'],
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
    this.byEmail = selection(
      'commentAuthor.listByEmail',
      this.whole.columns('c'),
      // Rows from before there were hashes are found by the address itself.
      (list) => `SELECT ${list} FROM comment c
        WHERE ${dialect.isOneOf('c.email_hash', '$1')}
          OR (c.email_hash IS NULL AND c.author_email IS NOT NULL AND lower(c.author_email) = $2)
        ORDER BY c.id ${dialect.forUpdate}`,
    );
  }

  /** The next comments by id, whatever their status: how all are gone through. Cost: one statement. */
  async listAfter(reads: Queryable, id: string, limit: number): Promise<Comment[]> {
    const rows = await reads.select(this.afterId, [id, limit]);
    return rows.map((row) => this.whole.fromRow(row));
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
    const rows = await reads.select(this.unanswered, [status, before.getTime(), limit]);
    return rows.map(([id]) => String(id));
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
  async findByReceipt(reads: Queryable, receiptHash: string): Promise<Comment | null> {
    const [row] = await reads.select(this.byReceipt, [receiptHash]);
    return row === undefined ? null : this.whole.fromRow(row);
  }

  /**
   * The same, locked until the transaction ends; and the comment above it, whose counter may
   * change, in the order in which every transaction takes its rows.
   * Cost: one statement.
   */
  async lockByReceipt(transaction: Transaction, receiptHash: string): Promise<Comment | null> {
    const rows = await transaction.select(this.lockedByReceipt, [receiptHash]);
    const comments = rows.map((row) => this.whole.fromRow(row));
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
    const rows = await reads.select(this.earlier, parameters);
    return rows.map(([body, createdAt, addressHash, emailHash, rowKey, id]) => ({
      body: String(body),
      createdAt: new Date(Number(createdAt)),
      addressHash: (addressHash ?? null) as string | null,
      isOfSameAuthor: emailHashes.some((hash) => hash === emailHash) || [rowKey, id].includes(key),
    }));
  }

  /** Which statuses the comments of an author’s receipts have. Cost: one statement. */
  async listStatuses(reads: Queryable, authorKey: string): Promise<CommentStatus[]> {
    const rows = await reads.select(this.statuses, [authorKey]);
    return rows.map(([status]) => status as CommentStatus);
  }

  /** The stored addresses of comments, by id; encrypted. Cost: one statement. */
  async listEmails(reads: Queryable, ids: readonly string[]): Promise<Map<string, string | null>> {
    const rows = await reads.select(this.emails, [ids]);
    return new Map(rows.map(([id, email]) => [String(id), (email ?? null) as string | null]));
  }

  /**
   * All comments of an e-mail address, locked until the transaction ends.
   * Shape: `hashes` as they may be stored; `plain` normalized, for rows from before there were any.
   * Cost: one statement.
   */
  async lockByEmail(
    transaction: Transaction,
    hashes: readonly string[],
    plain: string,
  ): Promise<Comment[]> {
    const rows = await transaction.select(this.byEmail, [hashes, plain]);
    return rows.map((row) => this.whole.fromRow(row));
  }
}
