import { type Dialect, EntityMapper, type Transaction } from '../../platform/database';
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
  /** The findings of comments, in the order of the phases, whatever their revision. Cost: one statement. */
  readonly listByCommentIds;
  /** Deletes what was found in comments. Cost: one statement. */
  readonly deleteByCommentIds;
  private readonly mapper = new EntityMapper(CommentFinding);
  private readonly insert;

  constructor(dialect: Dialect) {
    this.listByCommentIds = this.mapper.listBy('commentFinding.listByCommentIds', dialect, {
      column: 'comment_id',
      order: 'o.comment_id, o.revision, o.position',
    });
    this.deleteByCommentIds = this.mapper.deleteBy(
      'commentFinding.deleteByCommentIds',
      dialect,
      'comment_id',
    );
    this.insert = this.mapper.insertAll('commentFinding.insert', dialect);
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
}
