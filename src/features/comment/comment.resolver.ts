import { Arg, Args, Ctx, Extensions, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Page } from '../../platform/database/paging';
import { ConnectionArgs, liveHint, pageComplexity } from '../../platform/graphql';
import type { RequestScope } from '../../platform/request';
import { Article, getArticle } from '../article';
import { AddCommentInput } from '../submission';
import { commentConnectionTypes } from './comment-connection';
import { CommentOrder } from './comment-order';
import { readReplyPage } from './comment-pages';
import { Comment } from './comment.entity';
import type { MakeCommentLoaders } from './comment.loaders';
import { AddCommentPayload } from './comment.payload';
import type { CommentService } from './comment.service';

/** Adding comments, and a comment's place in its thread. */
@Resolver(() => Comment)
export class CommentResolver {
  constructor(
    private readonly service: CommentService,
    private readonly loaders: MakeCommentLoaders,
  ) {}

  @Mutation(() => AddCommentPayload, {
    description:
      'Adds a reader’s comment. Safe to retry with the same `idempotencyKey`; once answered, it outlives a power cut.',
  })
  addComment(
    @Arg('input', () => AddCommentInput, { description: 'The comment.' }) input: AddCommentInput,
    @Ctx() scope: RequestScope,
  ): Promise<AddCommentPayload> {
    return this.service.add(scope, input);
  }

  @FieldResolver(() => Article, { description: 'The article that it comments on.' })
  article(@Root() comment: Comment, @Ctx() scope: RequestScope): Promise<Article> {
    return getArticle(scope.once(this.loaders), comment.articleId);
  }

  @FieldResolver(() => Comment, {
    nullable: true,
    description: 'The comment that this replies to; null for a top-level comment.',
  })
  parent(@Root() comment: Comment, @Ctx() scope: RequestScope): Promise<Comment | null> | null {
    if (comment.parentId === null) return null;
    return scope.once(this.loaders).commentById.load(comment.parentId);
  }

  @Extensions(liveHint)
  @FieldResolver(() => commentConnectionTypes.connection, {
    complexity: pageComplexity,
    description: 'The public replies to it, a page at a time.',
  })
  replies(
    @Root() comment: Comment,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg('orderBy', () => CommentOrder, {
      defaultValue: CommentOrder.OLDEST,
      description: 'In which order; the oldest first where it is not sent.',
    })
    orderBy: CommentOrder,
    @Ctx() scope: RequestScope,
  ): Promise<Page<Comment>> {
    return readReplyPage(scope.once(this.loaders), comment, page, orderBy);
  }
}
