import {
  type Dialect,
  EntityMapper,
  labelled,
  type Queryable,
  selection,
  type Transaction,
} from '../../platform/database';
import { CommentFinding } from './comment-finding.entity';
import type { Finding } from './finding';

/** What was found in one state of a comment. */
export interface FoundIn {
  readonly commentId: string;
  readonly revision: number;
  readonly findings: readonly Finding[];
}

/** What phases found in comments. */
export class CommentFindingRepository {
  private readonly mapper = new EntityMapper(CommentFinding);
  private readonly byCommentIds;
  private readonly insert;
  private readonly deletion;

  constructor(dialect: Dialect) {
    this.byCommentIds = selection(
      'commentFinding.listByCommentIds',
      this.mapper.columns('f'),
      (list) => `SELECT ${list} FROM comment_finding f
        WHERE ${dialect.isOneOf('f.comment_id', '$1')}
        ORDER BY f.comment_id, f.revision, f.position`,
    );
    this.insert = this.mapper.insertAll('commentFinding.insert', dialect);
    this.deletion = labelled(
      'commentFinding.deleteByCommentIds',
      `DELETE FROM comment_finding WHERE ${dialect.isOneOf('comment_id', '$1')}`,
    );
  }

  /** The findings of comments, in the order of the phases, whatever their revision. Cost: one statement. */
  async listByCommentIds(reads: Queryable, ids: readonly string[]): Promise<CommentFinding[]> {
    const rows = await reads.select(this.byCommentIds, [ids]);
    return rows.map((row) => this.mapper.fromRow(row));
  }

  /** Stores what was found in states of comments. Cost: one statement, or none for nothing. */
  async saveAll(transaction: Transaction, states: readonly FoundIn[]): Promise<void> {
    const rows = states.flatMap(({ commentId, revision, findings }) =>
      findings.map(({ phase, verdict, reason, detail, place, ruleVersion }, position) =>
        Object.assign(new CommentFinding(), {
          commentId,
          revision,
          position,
          phase,
          verdict,
          reason,
          detail: detail ?? null,
          field: place?.field ?? null,
          rangeStart: place?.start ?? null,
          rangeEnd: place?.end ?? null,
          ruleVersion,
        }),
      ),
    );
    if (rows.length === 0) return;
    await transaction.execute(this.insert, [this.mapper.toRows(rows)]);
  }

  /** Deletes what was found in comments. Cost: one statement. */
  async deleteByCommentIds(transaction: Transaction, ids: readonly string[]): Promise<void> {
    await transaction.execute(this.deletion, [ids]);
  }
}
