import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { CommentChange } from './comment-change.type';
import { commentTopics } from './comment-feed';
import { Comment } from './comment.entity';

interface ArticleArgs {
  readonly articleId: string;
}

/** Comments as they come. */
@Resolver(() => Comment)
export class CommentLiveResolver {
  @Subscription(() => Comment, {
    topics: commentTopics.added,
    topicId: ({ args }: { args: ArticleArgs }) => args.articleId,
    description:
      'Each comment of an article, replies too, as it becomes public. An article that is not there, or not for you, is silent.',
  })
  commentAdded(
    @Root() comment: Comment,
    @Arg('articleId', () => ID, { description: 'The article’s `id`, e.g. `"article_01…"`.' })
    _articleId: string,
  ): Comment {
    return comment;
  }

  @Subscription(() => CommentChange, {
    topics: commentTopics.changed,
    topicId: ({ args }: { args: ArticleArgs }) => args.articleId,
    description:
      'Each public comment of an article, replies too, as it is edited, withdrawn or taken away. An article that is not there, or not for you, is silent.',
  })
  commentChanged(
    @Root() change: CommentChange,
    @Arg('articleId', () => ID, { description: 'The article’s `id`, e.g. `"article_01…"`.' })
    _articleId: string,
  ): CommentChange {
    return change;
  }
}
