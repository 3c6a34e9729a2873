import { Arg, Args, Ctx, Extensions, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Page } from '../../platform/database/paging';
import { ConnectionArgs, DateTime, liveHint, pageComplexity } from '../../platform/graphql';
import type { RequestScope } from '../../platform/request';
import { Article, getArticle } from '../article';
import type { ModerationFeature } from '../moderation';
import { AddCommentInput } from '../submission';
import { commentConnectionTypes } from './comment-connection';
import { canReplyTo, findEditEnd } from './comment-form';
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
    private readonly rules: ModerationFeature['rules'],
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

  @FieldResolver(() => Boolean, {
    description:
      'Whether a reader may reply to it now: it is public, not too deep in its thread, and its article takes comments.',
  })
  async canReply(@Root() comment: Comment, @Ctx() scope: RequestScope): Promise<boolean> {
    // Its author withdraws it at any time, also once the article is off the site.
    const article = await scope.once(this.loaders).articleById.load(comment.articleId);
    if (article === null) return false;
    return canReplyTo(scope, comment, article, this.rules.latest.rules);
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      'Until when its author, who holds the receipt, may edit it; null for without end. A comment that was withdrawn, or that a moderator refused, cannot be edited.',
  })
  editableUntil(@Root() comment: Comment, @Ctx() scope: RequestScope): Date | null {
    return findEditEnd(scope, comment, this.rules.latest.rules);
  }
}
