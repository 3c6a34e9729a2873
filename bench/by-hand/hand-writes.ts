import { randomUUID } from 'node:crypto';
import type { CommentRow } from './rows';
import { allOf, openSqlite, prepare, type Prepared, run, runOf } from './sqlite';

/** What a reader sends. */
export interface HandSubmission {
  readonly articleId: string;
  readonly authorName: string;
  readonly authorEmail: string;
  readonly body: string;
}

const texts = {
  begin: 'BEGIN IMMEDIATE',
  commit: 'COMMIT',
  rollback: 'ROLLBACK',
  open: `SELECT 1 FROM article WHERE id = ? AND status = 'PUBLISHED' AND comments_open`,
  insert: `INSERT INTO comment (id, article_id, parent_id, depth, author_name, author_email,
    body, status, created_at, reply_count) VALUES (?, ?, NULL, 0, ?, ?, ?, 'APPROVED', ?, 0)`,
  count: `INSERT INTO comment_tally (article_id, approved_count, thread_count) VALUES (?, 1, 1)
    ON CONFLICT (article_id) DO UPDATE SET
      approved_count = approved_count + 1, thread_count = thread_count + 1`,
} as const;

type Statements = Record<keyof typeof texts, Prepared>;

/**
 * Comments as a careful hand writes them: one connection, one transaction a comment, one after the
 * other, `synchronous=FULL`.
 */
export class HandWrites {
  private last: Promise<unknown> = Promise.resolve();

  private constructor(private readonly statements: Statements) {}

  /** Opens the service's file for writing. */
  static async open(path: string): Promise<HandWrites> {
    const db = await openSqlite(path, true);
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) {
      await run(db, `PRAGMA ${pragma}`);
    }
    const prepared = [];
    for (const [name, sql] of Object.entries(texts)) prepared.push([name, await prepare(db, sql)]);
    return new HandWrites(Object.fromEntries(prepared) as Statements);
  }

  /** Writes a comment in its turn; resolves once it is durable. */
  add(submission: HandSubmission): Promise<CommentRow> {
    const added = this.last.then(() => this.write(submission));
    this.last = added.catch(() => undefined);
    return added;
  }

  private async write({ articleId, authorName, authorEmail, body }: HandSubmission) {
    const { begin, open, insert, count, commit, rollback } = this.statements;
    const id = `comment_${randomUUID()}`;
    const createdAtMs = Date.now();
    await runOf(begin);
    try {
      if ((await allOf(open, [articleId])).length === 0) throw new Error('No such article');
      await runOf(insert, [id, articleId, authorName, authorEmail, body, createdAtMs]);
      await runOf(count, [articleId]);
      await runOf(commit);
    } catch (error) {
      await runOf(rollback);
      throw error;
    }
    return { id, articleId, authorName, body, status: 'APPROVED', createdAtMs, replyCount: 0 };
  }
}
