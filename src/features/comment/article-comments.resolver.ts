import { Arg, Args, Ctx, Extensions, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Page } from '../../platform/database/paging';
import { ConnectionArgs, liveHint, pageComplexity } from '../../platform/graphql';
import type { RequestScope } from '../../platform/request';
import { Article } from '../article';
import type { ModerationFeature } from '../moderation';
import { commentConnectionTypes } from './comment-connection';
import { describeCommentForm } from './comment-form';
import { CommentOrder } from './comment-order';
import { readThreadPage } from './comment-pages';
import { CommentPolicy } from './comment-policy.type';
import type { Comment } from './comment.entity';
import type { MakeCommentLoaders } from './comment.loaders';

/** What an article has of comments. */
@Resolver(() => Article)
export class ArticleCommentsResolver {
  constructor(
    private readonly loaders: MakeCommentLoaders,
    private readonly rules: ModerationFeature['rules'],
  ) {}

  @Extensions(liveHint)
  @FieldResolver(() => commentConnectionTypes.connection, {
    complexity: pageComplexity,
    description: 'Its public top-level comments, a page at a time; read on with `replies`.',
  })
  comments(
    @Root() article: Article,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg('orderBy', () => CommentOrder, {
      defaultValue: CommentOrder.OLDEST,
      description: 'In which order; the oldest first where it is not sent.',
    })
    orderBy: CommentOrder,
    @Ctx() scope: RequestScope,
  ): Promise<Page<Comment>> {
    return readThreadPage(scope.once(this.loaders), article.id, page, orderBy);
  }

  @Extensions(liveHint)
  @FieldResolver(() => Int, { description: 'How many public comments it has, replies included.' })
  async commentCount(@Root() article: Article, @Ctx() scope: RequestScope): Promise<number> {
    const tally = await scope.once(this.loaders).tallyByArticleId.load(article.id);
    return tally?.approvedCount ?? 0;
  }

  @FieldResolver(() => CommentPolicy, {
    description: 'The rules of its comment form, for a client to draw it.',
  })
  commentPolicy(@Root() article: Article, @Ctx() scope: RequestScope): CommentPolicy {
    return describeCommentForm(scope, article, this.rules.latest.rules);
  }
}
