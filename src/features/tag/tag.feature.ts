import type { RowCache } from '../../platform/cache';
import type { Clock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import type { NodeSource } from '../../platform/graphql';
import type { IdMaker } from '../../platform/ids';
import type { RequestScope } from '../../platform/request';
import { ArticleTagRepository } from './article-tag.repository';
import { FormerTagKeyRepository } from './former-tag-key.repository';
import { TagAssigner, tagIdPrefix } from './tag-assigner.service';
import { TagEditorService } from './tag-editor.service';
import { TagEditsResolver } from './tag-edits.resolver';
import { createTagLoaders, type TagLoaderDependencies } from './tag.loaders';
import { TagRepository } from './tag.repository';
import { TagResolver } from './tag.resolver';
import { TagService } from './tag.service';

/** What tags are constructed with. */
export interface TagDependencies extends Pick<
  TagLoaderDependencies,
  'rows' | 'tagOfArticle' | 'findNext'
> {
  readonly database: Database;
  readonly rows: RowCache;
  readonly clock: Clock;
  readonly ids: IdMaker;
}

/** Constructs the feature of tags. */
export function createTagFeature(dependencies: TagDependencies) {
  const { database, findNext } = dependencies;
  const tags = new TagRepository(database.dialect);
  const articleTags = new ArticleTagRepository(database.dialect);
  const formerKeys = new FormerTagKeyRepository(database.dialect);
  const tagLoaders = createTagLoaders({ ...dependencies, tags, articleTags });
  const tagReads = new TagService(tags, tagLoaders, findNext);
  const editor = new TagEditorService({ database, tags, articleTags, formerKeys });
  const node: NodeSource<RequestScope> = {
    idPrefix: tagIdPrefix,
    load: (scope, id) => tagReads.findById(scope, id),
  };
  return {
    tagLoaders,
    tagReads,
    tagAssigner: new TagAssigner({ ...dependencies, tags, articleTags }),
    nodes: [node],
    resolvers: [new TagResolver(tagReads, tagLoaders), new TagEditsResolver(editor)],
  };
}

/** How tags are read, and what gives them to articles. */
export type TagFeature = ReturnType<typeof createTagFeature>;
