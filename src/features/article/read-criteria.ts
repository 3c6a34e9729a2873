import { Forbidden } from '../../platform/errors';
import { includesRole, type RequestScope, Role } from '../access';
import type { ArticleCriteria } from './article-criteria';
import { ArticleStatus } from './article-enums';
import type { ArticleFilter } from './article.input';

/**
 * Decides which articles a caller's filter means.
 * Shape: `doing` says in a refusal what was wanted, as 'Listing'.
 * Errors: Forbidden for a status that the viewer's role does not reach.
 */
export function readCriteria(
  scope: RequestScope,
  filter: ArticleFilter,
  doing: string,
): ArticleCriteria {
  const statuses = [...new Set(filter.status ?? [ArticleStatus.PUBLISHED])];
  const hidden = statuses.find((status) => status !== ArticleStatus.PUBLISHED);
  if (hidden !== undefined && !includesRole(scope.viewer.role, Role.EDITOR)) {
    throw new Forbidden(
      `${doing} articles with status ${hidden} needs the role EDITOR; the role of this request is ${scope.viewer.role}`,
    );
  }
  return {
    statuses,
    now: scope.now,
    publishedAfter: filter.publishedAfter ?? null,
    publishedBefore: filter.publishedBefore ?? null,
    byline: filter.byline ?? null,
    locale: filter.locale ?? null,
  };
}
