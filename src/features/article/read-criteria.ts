import { normalizeText } from '../../lib/text';
import { BadUserInput } from '../../platform/errors';
import { type RequestScope, requireRole, Role } from '../../platform/request';
import type { TagFeature } from '../tag';
import type { ArticleCriteria } from './article-criteria';
import { ArticleStatus } from './article-enums';
import type { ArticleFilter } from './article.input';

/** The longest byline that is compared. Units: UTF-16 code units. */
const maxBylineLength = 300;

/**
 * Decides which articles a caller's filter means.
 * Shape: `doing` says in a refusal what was wanted, as 'Listing'.
 * Errors: Unauthenticated or Forbidden for a status that needs the EDITOR role; BadUserInput for a byline
 * that is too long.
 * Cost: one statement for a tag, else none.
 */
export async function readCriteria(
  scope: RequestScope,
  filter: ArticleFilter,
  doing: string,
  tags: Pick<TagFeature['tagReads'], 'findBySlug'>,
): Promise<ArticleCriteria> {
  // In one order, since the conditions of each order are a statement of their own.
  const statuses = [...new Set(filter.status ?? [ArticleStatus.PUBLISHED])].sort();
  const hidden = statuses.find((status) => status !== ArticleStatus.PUBLISHED);
  if (hidden !== undefined) {
    requireRole(scope.viewer, Role.EDITOR, `${doing} articles with status ${hidden}`);
  }
  const criteria = {
    statuses,
    now: scope.now,
    publishedAfter: filter.publishedAfter ?? null,
    publishedBefore: filter.publishedBefore ?? null,
    byline: readByline(filter.byline ?? null),
    locale: filter.locale ?? null,
  };
  const slug = filter.tag ?? null;
  if (slug === null) return criteria;
  const tag = await tags.findBySlug(scope, slug);
  // No article has a tag that is not there, or not for the viewer.
  return tag === null ? { ...criteria, statuses: [] } : { ...criteria, tagId: tag.id };
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
