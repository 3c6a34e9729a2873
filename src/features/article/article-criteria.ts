import type { Parameter } from '../../platform/database';
import { ArticleStatus } from './article-enums';

/** Which articles are meant, with nothing left to be decided. */
export interface ArticleCriteria {
  readonly statuses: readonly ArticleStatus[];
  readonly now: Date;
  readonly publishedAfter: Date | null;
  readonly publishedBefore: Date | null;
  readonly byline: string | null;
  readonly locale: string | null;
}

/** SQL conditions with their parameters; the same text for the same kind of criteria. */
export interface Conditions {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/** The rows of `article a` that the criteria mean; placeholders from `$first`. */
export function toConditions(criteria: ArticleCriteria, first = 1): Conditions {
  const parameters: Parameter[] = [];
  const place = (value: Parameter) => `$${first - 1 + parameters.push(value)}`;
  const conditions = [
    `(${criteria.statuses.map((status) => statusCondition(status, criteria.now, place)).join(' OR ') || '1 = 0'})`,
  ];
  const { publishedAfter, publishedBefore, byline, locale } = criteria;
  // What was ever published stands in the timeline at its publication, so that is an index's range.
  if (publishedAfter !== null) {
    conditions.push(`a.timeline_at >= ${place(publishedAfter.getTime())}`);
  }
  if (publishedBefore !== null) {
    conditions.push(`a.timeline_at < ${place(publishedBefore.getTime())}`);
  }
  const isDated = publishedAfter !== null || publishedBefore !== null;
  if (isDated && criteria.statuses.some(mayBeUnpublished)) {
    conditions.push('a.published_at IS NOT NULL');
  }
  if (byline !== null) conditions.push(`a.byline = ${place(byline)}`);
  if (locale !== null) conditions.push(`a.locale = ${place(locale)}`);
  return { sql: conditions.join(' AND '), parameters };
}

function mayBeUnpublished(status: ArticleStatus): boolean {
  return status === ArticleStatus.DRAFT || status === ArticleStatus.ARCHIVED;
}

function statusCondition(
  status: ArticleStatus,
  now: Date,
  place: (value: Parameter) => string,
): string {
  switch (status) {
    case ArticleStatus.PUBLISHED:
      return `a.status = 'PUBLISHED' AND a.timeline_at <= ${place(now.getTime())}`;
    case ArticleStatus.SCHEDULED:
      return `a.status = 'PUBLISHED' AND a.timeline_at > ${place(now.getTime())}`;
    case ArticleStatus.DRAFT:
    case ArticleStatus.ARCHIVED:
      return `a.status = '${status}'`;
  }
}
