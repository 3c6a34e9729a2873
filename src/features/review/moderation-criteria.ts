import { type Dialect, type Parameter, unindexed } from '../../platform/database';
import {
  type OrderedList,
  placeholders,
  type Span,
  spanConditions,
} from '../../platform/database/paging';
import { CommentStatus } from '../decision';

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

type Place = (value: Parameter) => string;

/**
 * The lists that together hold what the criteria mean, each as an index holds it: of an article, of
 * an author, of what waits or was reported, else of one status.
 */
export function toLists(criteria: ModerationCriteria, dialect: Dialect): readonly OrderedList[] {
  return splitByIndex(criteria).map((one) => ({
    span: spanOf(one),
    compose: (first) => {
      const { place, parameters } = placeholders(first);
      return { sql: listConditions(one, dialect, place).join(' AND '), parameters };
    },
  }));
}

/** The rows of `comment c` in each of these lists; placeholders from $1, running on. */
export function toConditions(
  criteria: ModerationCriteria,
  dialect: Dialect,
): { readonly parts: readonly string[]; readonly parameters: readonly Parameter[] } {
  const { place, parameters } = placeholders(1);
  const parts = splitByIndex(criteria).map((one) => {
    const meant = listConditions(one, dialect, place);
    return [...meant, ...spanConditions('c.created_at', spanOf(one), place)].join(' AND ');
  });
  return { parts, parameters };
}

function splitByIndex(criteria: ModerationCriteria): readonly ModerationCriteria[] {
  const { statuses, isReported } = criteria;
  if (isNarrow(criteria) || (statuses === null && isReported === null)) return [criteria];
  const all = statuses ?? Object.values(CommentStatus);
  return all.length === 0 ? [criteria] : all.map((status) => ({ ...criteria, statuses: [status] }));
}

function listConditions(criteria: ModerationCriteria, dialect: Dialect, place: Place): string[] {
  const { statuses, isReported, articleId, emailHashes } = criteria;
  return [
    ...(statuses === null && isReported === null ? ['c.is_queued'] : []),
    ...(statuses === null ? [] : [statusCondition(criteria, statuses, dialect, place)]),
    ...(isReported === null ? [] : [reportedCondition(isReported)]),
    ...(articleId === null ? [] : [`c.article_id = ${place(articleId)}`]),
    ...(emailHashes === null ? [] : [dialect.isOneOf('c.email_hash', place(emailHashes))]),
  ];
}

function spanOf({ createdAfter, createdBefore }: ModerationCriteria): Span {
  return { from: createdAfter?.getTime() ?? null, until: createdBefore?.getTime() ?? null };
}

/** Whether these are all the comments that wait, and nothing narrower. */
export function isWholeQueue(criteria: ModerationCriteria): boolean {
  return Object.values(criteria).every((value) => value === null);
}

/** Whether there are few such comments, whatever their status. */
function isNarrow({ articleId, emailHashes, isReported }: ModerationCriteria): boolean {
  return articleId !== null || emailHashes !== null || isReported === true;
}

/** One status is looked up where the index is in the list's own order, and nothing narrower is. */
function statusCondition(
  criteria: ModerationCriteria,
  statuses: readonly CommentStatus[],
  dialect: Dialect,
  place: Place,
): string {
  const [only, ...others] = statuses;
  return only !== undefined && others.length === 0 && !isNarrow(criteria)
    ? `c.status = ${place(only)}`
    : dialect.isOneOf(unindexed('c.status'), place(statuses));
}

function reportedCondition(isReported: boolean): string {
  // PostgreSQL knows how few are reported, and of no other expression how many are not.
  return isReported ? 'c.open_report_count > 0' : '(c.open_report_count > 0) IS NOT TRUE';
}
