import type { Parameter } from '../../platform/database';
import type { SqlText } from '../../platform/database/paging';
import {
  type ArticleCriteria,
  toConditions,
  toHiddenConditions,
  toTimelineConditions,
} from './article-criteria';
import { ArticleStatus } from './article-enums';
import { isTagged, toTagCount } from './tagged-article-criteria';
import { tallyKind } from './tally-changes';

/**
 * The expression that counts the articles that the criteria mean; placeholders from $1.
 *
 * Where only the clock decides beside the tallies, what is planned is counted and taken off, or
 * added: it is little, however large the archive. Between two dates no counter knows the number, so
 * the index's entries between them are counted. What the clock has unpublished is taken off: the
 * few articles that wait for the job.
 */
export function toCount(criteria: ArticleCriteria): SqlText {
  if (isTagged(criteria)) return toTagCount(criteria);
  const { publishedAfter, publishedBefore } = criteria;
  const isDated = publishedAfter !== null || publishedBefore !== null;
  const isTallied = criteria.statuses.some((status) => status !== ArticleStatus.SCHEDULED);
  return isTallied && !isDated ? countByTallies(criteria) : countByIndex(criteria);
}

/** An index holds the articles of one status by their dates, so each status is counted by itself. */
function countByIndex(criteria: ArticleCriteria): SqlText {
  const parameters: Parameter[] = [];
  const counts = criteria.statuses.map((status) => {
    const one = { ...criteria, statuses: [status] };
    const stored = count(toTimelineConditions(one, parameters.length + 1), parameters);
    return status === ArticleStatus.PUBLISHED
      ? `${stored} - ${countHidden(one, parameters)}`
      : stored;
  });
  return { sql: counts.join(' + ') || '0', parameters };
}

/** Shape: adds its parameters to those of the whole. */
function countHidden(criteria: ArticleCriteria, parameters: Parameter[]): string {
  return count(toHiddenConditions(criteria, parameters.length + 1), parameters);
}

function count({ sql, parameters: own }: SqlText, parameters: Parameter[]): string {
  parameters.push(...own);
  return `(SELECT count(*) FROM article a WHERE ${sql})`;
}

function countByTallies(criteria: ArticleCriteria): SqlText {
  const { statuses } = criteria;
  const { PUBLISHED, SCHEDULED } = ArticleStatus;
  const { locale, byline } = tallyKind(criteria);
  const parameters: Parameter[] = [locale, byline];
  const isPublished = statuses.includes(PUBLISHED);
  const stored = statuses.filter((status) => status !== SCHEDULED);
  const tallies = stored.map((status) => `'${status}'`).join(', ');
  const counted = `(SELECT coalesce(sum(t.article_count), 0) FROM article_tally t
    WHERE t.locale = $1 AND t.byline = $2 AND t.status IN (${tallies}))`;
  const shown = isPublished ? `${counted} - ${countHidden(criteria, parameters)}` : counted;
  // Both together are all that is stored as published, but for what was unpublished.
  if (isPublished === statuses.includes(SCHEDULED)) return { sql: shown, parameters };
  const scheduled = { ...criteria, statuses: [SCHEDULED] };
  const planned = count(toConditions(scheduled, parameters.length + 1), parameters);
  return { sql: `${shown} ${isPublished ? '-' : '+'} ${planned}`, parameters };
}
