import { ArticleCreation } from './article-creation.entity';
import { ArticleRevisionRow } from './article-revision.entity';

export { ArticleRevision } from './article-revision.type';
export type { ArticleWriter } from './article-writer.service';
export { toRevision } from './compose-article';
export { createRevisionFeature, type RevisionFeature } from './revision.feature';

/** The tables of saves. */
export const revisionEntities = [ArticleRevisionRow, ArticleCreation];
