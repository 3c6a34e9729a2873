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
    const rows = dialect.jsonRows('$1', 'd', [
      { name: 'comment_id', type: 'text' },
      { name: 'revision', type: 'bigint' },
      { name: 'position', type: 'bigint' },
      { name: 'phase', type: 'text' },
      { name: 'verdict', type: 'text' },
      { name: 'reason', type: 'text' },
      { name: 'detail', type: 'text' },
      { name: 'field', type: 'text' },
      { name: 'range_start', type: 'bigint' },
      { name: 'range_end', type: 'bigint' },
      { name: 'rule_version', type: 'text' },
    ]);
    this.insert = labelled(
      'commentFinding.insert',
      `INSERT INTO comment_finding (comment_id, revision, position, phase, verdict, reason, detail,
         field, range_start, range_end, rule_version)
       SELECT d.comment_id, d.revision, d.position, d.phase, d.verdict, d.reason, d.detail,
         d.field, d.range_start, d.range_end, d.rule_version FROM ${rows}`,
    );
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

  /** Keeps what was found in states of comments. Cost: one statement, or none for nothing. */
  async saveAll(transaction: Transaction, states: readonly FoundIn[]): Promise<void> {
    const rows = states.flatMap(({ commentId, revision, findings }) =>
      findings.map(({ phase, verdict, reason, detail, place, ruleVersion }, position) => [
        ...[commentId, revision, position, phase, verdict, reason, detail ?? null],
        ...[place?.field ?? null, place?.start ?? null, place?.end ?? null, ruleVersion],
      ]),
    );
    if (rows.length === 0) return;
    await transaction.execute(this.insert, [JSON.stringify(rows)]);
  }

  /** Forgets what was found in comments. Cost: one statement. */
  async deleteByCommentIds(transaction: Transaction, ids: readonly string[]): Promise<void> {
    await transaction.execute(this.deletion, [ids]);
  }
}
