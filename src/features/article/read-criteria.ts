import { normalizeText } from '../../lib/text';
import { BadUserInput, Forbidden } from '../../platform/errors';
import { includesRole, type RequestScope, Role } from '../access';
import type { ArticleCriteria } from './article-criteria';
import { ArticleStatus } from './article-enums';
import type { ArticleFilter } from './article.input';

/** The longest byline that is compared. Units: UTF-16 code units. */
const maxBylineLength = 300;

/**
 * Decides which articles a caller's filter means.
 * Shape: `doing` says in a refusal what was wanted, as 'Listing'.
 * Errors: Forbidden for a status that the viewer's role does not reach; BadUserInput for a byline
 * that is too long.
 */
export function readCriteria(
  scope: RequestScope,
  filter: ArticleFilter,
  doing: string,
): ArticleCriteria {
  // In one order, since the conditions of each order are a statement of their own.
  const statuses = [...new Set(filter.status ?? [ArticleStatus.PUBLISHED])].sort();
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
    byline: readByline(filter.byline ?? null),
    locale: filter.locale ?? null,
  };
}

/** A byline as articles store it; its length is checked before it is normalized. */
function readByline(byline: string | null): string | null {
  if (byline === null) return null;
  if (byline.length > maxBylineLength) {
    throw new BadUserInput(
      `"filter.byline" must have at most ${maxBylineLength} characters, but got: ${byline.length}`,
    );
  }
  return normalizeText(byline);
}
