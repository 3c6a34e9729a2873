import { Article } from '../article';

type Chosen = Pick<Article, 'createdAt' | 'editedAt' | 'editedBy'> & Partial<Article>;

/** The row of a new article before its first save fills it in: a draft unless `chosen` says otherwise. */
export function composeNewArticle(id: string, chosen: Chosen): Article {
  return Object.assign(new Article(), {
    id,
    storedStatus: 'DRAFT',
    publishedAt: null,
    storedFirstPublishedAt: null,
    version: 1,
    newestVersion: 1,
    editingVersion: 1,
    commentsOpen: true,
    scheduledVersion: null,
    scheduledAt: null,
    unpublishAt: null,
    sourceKey: null,
    sourceDay: null,
    sourceHash: null,
    ...chosen,
  });
}
