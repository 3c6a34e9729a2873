import type { NodeSource } from '../../platform/graphql';
import type { RequestScope } from '../../platform/request';
import type { ArticleFeature } from '../article';
import { commentIdPrefix } from './comment-pages';
import type { MakeCommentLoaders } from './comment.loaders';

/** How comments are fetched by id: seen where both the comment and its article are. */
export function listCommentNodes(
  comments: MakeCommentLoaders,
  articles: ArticleFeature['articleLoaders'],
): NodeSource<RequestScope>[] {
  return [
    {
      idPrefix: commentIdPrefix,
      load: async (scope, id) => {
        const comment = await scope.once(comments).commentById.load(id);
        if (comment === null) return null;
        const article = await scope.once(articles).articleById.load(comment.articleId);
        return article === null ? null : comment;
      },
    },
  ];
}
