import type { Parameter } from '../../platform/database';
import { type ArticleCriteria, type Conditions, toConditions } from './article-criteria';
import { ArticleStatus } from './article-enums';
import { tallyKind } from './tally-changes';

/**
 * The expression that counts the articles that the criteria mean; placeholders from $1.
 *
 * Where only the clock decides beside the tallies, what is planned is counted and taken off, or
 * added: it is little, however large the archive. Between two dates no counter knows the number, so
 * the index's entries between them are counted.
 */
export function toCount(criteria: ArticleCriteria): Conditions {
  const { publishedAfter, publishedBefore } = criteria;
  const isDated = publishedAfter !== null || publishedBefore !== null;
  const isTallied = criteria.statuses.some((status) => status !== ArticleStatus.SCHEDULED);
  return isTallied && !isDated ? countByTallies(criteria) : countByIndex(criteria);
}

function countByIndex(criteria: ArticleCriteria): Conditions {
  const { sql, parameters } = toConditions(criteria);
  return { sql: `(SELECT count(*) FROM article a WHERE ${sql})`, parameters };
}

function countByTallies(criteria: ArticleCriteria): Conditions {
  const { statuses } = criteria;
  const { PUBLISHED, SCHEDULED } = ArticleStatus;
  const { locale, byline } = tallyKind(criteria);
  const parameters: Parameter[] = [locale, byline];
  const isPublished = statuses.includes(PUBLISHED);
  const stored = statuses.filter((status) => status !== SCHEDULED);
  const tallies = stored.map((status) => `'${status}'`).join(', ');
  const counted = `(SELECT coalesce(sum(t.article_count), 0) FROM article_tally t
    WHERE t.locale = $1 AND t.byline = $2 AND t.status IN (${tallies}))`;
  // Both together are all that is stored as published, whatever the clock says.
  if (isPublished === statuses.includes(SCHEDULED)) return { sql: counted, parameters };
  const planned = toConditions({ ...criteria, statuses: [SCHEDULED] }, 3);
  return {
    sql: `${counted} ${isPublished ? '-' : '+'} (SELECT count(*) FROM article a WHERE ${planned.sql})`,
    parameters: [...parameters, ...planned.parameters],
  };
}
