import {
  Arg,
  Args,
  Authorized,
  Ctx,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import type { Page } from '../../platform/database/paging';
import { ConnectionArgs, pageComplexity } from '../../platform/graphql';
import { type RequestScope, Role } from '../../platform/request';
import { CommentOrder, commentTopics } from '../comment';
import { moderationConnectionTypes } from './moderation-connection';
import { ModerationItem } from './moderation-item.type';
import type { ModerationQueueService } from './moderation-queue.service';
import { ModerateCommentsInput, ModerationFilter } from './moderation.input';
import { ModerateCommentsPayload } from './moderation.payload';
import type { ModerationService } from './moderation.service';

/** Listing comments for moderators, and deciding about them. */
@Resolver()
export class ModerationResolver {
  constructor(
    private readonly queue: ModerationQueueService,
    private readonly service: ModerationService,
  ) {}

  @Authorized(Role.MODERATOR)
  @Query(() => moderationConnectionTypes.connection, {
    complexity: pageComplexity,
    description:
      'Comments that wait for a moderator: held ones, and ones reported since the last decision; with a filter, any others.',
  })
  moderationQueue(
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg('filter', () => ModerationFilter, {
      nullable: true,
      description: 'Which ones; those that wait where it is not sent.',
    })
    filter: ModerationFilter | null,
    @Arg('orderBy', () => CommentOrder, {
      defaultValue: CommentOrder.OLDEST,
      description: 'In which order; the oldest first where it is not sent.',
    })
    orderBy: CommentOrder,
    @Ctx() scope: RequestScope,
  ): Promise<Page<ModerationItem>> {
    return this.queue.list(scope, page, filter, orderBy);
  }

  @Authorized(Role.MODERATOR)
  @Mutation(() => ModerateCommentsPayload, {
    description:
      'Decides about up to 100 comments at once: all of them, or none. Each decision is stored with who made it.',
  })
  moderateComments(
    @Arg('input', () => ModerateCommentsInput, { description: 'The comments and the decision.' })
    input: ModerateCommentsInput,
    @Ctx() scope: RequestScope,
  ): Promise<ModerateCommentsPayload> {
    return this.service.moderate(scope, input);
  }

  @Authorized(Role.MODERATOR)
  @Subscription(() => ModerationItem, {
    topics: commentTopics.queued,
    description:
      'For moderators: each comment as it comes to wait for a decision, on whatever article, with what was found in it.',
  })
  commentQueued(@Root() item: ModerationItem): ModerationItem {
    return item;
  }
}
