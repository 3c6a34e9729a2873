import type { Node, NodeSource } from '../../platform/graphql';
import type { RequestScope } from '../../platform/request';
import type { MakeImageLoaders } from '../image';
import type { MakeSectionLoaders } from '../section';
import type { MakeArticleLoaders } from './article.loaders';
import { articleIdPrefix } from './article.service';
import { articleTags } from './article.tags';

/** How articles and their parts are fetched by id; a part is seen where its article is. */
export function listArticleNodes(
  articles: MakeArticleLoaders,
  sections: MakeSectionLoaders,
  images: MakeImageLoaders,
): NodeSource<RequestScope>[] {
  const visible = async <Part extends Node & { articleId: string }>(
    scope: RequestScope,
    part: Part | null,
  ): Promise<Part | null> =>
    part !== null && (await scope.once(articles).articleById.load(part.articleId)) !== null
      ? part
      : null;
  return [
    {
      idPrefix: articleIdPrefix,
      load: (scope, id) => {
        scope.cacheDependencies.dependOn(articleTags.article(id));
        return scope.once(articles).articleById.load(id);
      },
    },
    {
      idPrefix: 'section',
      load: async (scope, id) => visible(scope, await scope.once(sections).sectionById.load(id)),
    },
    {
      idPrefix: 'image',
      load: async (scope, id) => visible(scope, await scope.once(images).imageById.load(id)),
    },
  ];
}
