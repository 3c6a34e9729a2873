import type { Dialect, Parameter } from '../../../platform/database';
import type { CommentStatus } from '../comment-enums';

/** Which comments a moderator asks for, with nothing left to be decided. */
export interface ModerationCriteria {
  /** Null for whatever waits: held ones, and reported ones that nobody decided about since. */
  readonly statuses: readonly CommentStatus[] | null;
  readonly isReported: boolean | null;
  readonly articleId: string | null;
  /** Every hash under which the author’s address may stand; null for any author. */
  readonly emailHashes: readonly string[] | null;
  readonly createdAfter: Date | null;
  readonly createdBefore: Date | null;
}

/** SQL conditions with their parameters; the same text for the same kind of criteria. */
export interface ModerationConditions {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/** The rows of `comment c` that the criteria mean; placeholders from $1. */
export function toModerationConditions(
  criteria: ModerationCriteria,
  dialect: Dialect,
): ModerationConditions {
  const parameters: Parameter[] = [];
  const place = (value: Parameter) => `$${parameters.push(value)}`;
  const { statuses, isReported, articleId, emailHashes, createdAfter, createdBefore } = criteria;
  const conditions = [
    ...(statuses === null && isReported === null ? ['c.is_queued'] : []),
    ...(statuses === null ? [] : [statusCondition(statuses, dialect, place)]),
    ...(isReported === null ? [] : [reportedCondition(isReported)]),
    ...(articleId === null ? [] : [`c.article_id = ${place(articleId)}`]),
    ...(emailHashes === null ? [] : [dialect.isOneOf('c.email_hash', place(emailHashes))]),
    ...(createdAfter === null ? [] : [`c.created_at >= ${place(createdAfter.getTime())}`]),
    ...(createdBefore === null ? [] : [`c.created_at < ${place(createdBefore.getTime())}`]),
  ];
  return { sql: conditions.join(' AND '), parameters };
}

/** One status is looked up where the index is in the list's own order. */
function statusCondition(
  statuses: readonly CommentStatus[],
  dialect: Dialect,
  place: (value: Parameter) => string,
): string {
  const [only, ...others] = statuses;
  return only !== undefined && others.length === 0
    ? `c.status = ${place(only)}`
    : dialect.isOneOf('c.status', place(statuses));
}

function reportedCondition(isReported: boolean): string {
  return isReported ? 'c.open_report_count > 0' : 'coalesce(c.open_report_count, 0) = 0';
}
