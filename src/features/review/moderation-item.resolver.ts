import { Authorized, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { EmailAddress } from '../../platform/graphql';
import { type RequestScope, Role } from '../../platform/request';
import { CommentStatus, DeciderKind, type ModerationEventRow, policyDecider } from '../decision';
import {
  CommentReport,
  ModerationEvent,
  ModerationFinding,
  ModerationItem,
} from './moderation-item.type';
import { type MakeModerationLoaders, toModerationFinding } from './moderation.loaders';

/** What only moderators see of a comment. */
@Resolver(() => ModerationItem)
export class ModerationItemResolver {
  constructor(private readonly loaders: MakeModerationLoaders) {}

  @Authorized(Role.MODERATOR)
  @FieldResolver(() => Int, {
    description:
      'The revision of its text: 0 as it was sent, one more with each edit. `moderateComments` takes it, so that no decision is about a text that was not read.',
  })
  revision(@Root() { comment }: ModerationItem): number {
    return comment.revision;
  }

  @Authorized(Role.MODERATOR)
  @FieldResolver(() => EmailAddress, {
    nullable: true,
    description:
      'The address that its author gave, e.g. `"reader@example.org"`; null once the comment was withdrawn or erased.',
  })
  authorEmail(
    @Root() { comment }: ModerationItem,
    @Ctx() scope: RequestScope,
  ): Promise<string | null> {
    return scope.once(this.loaders).emailByCommentId.load(comment.id);
  }

  @Authorized(Role.MODERATOR)
  @FieldResolver(() => [ModerationFinding], {
    description:
      'All that each phase found in the comment as it stands, whatever the outcome, in the order of the phases.',
  })
  async findings(
    @Root() { comment }: ModerationItem,
    @Ctx() scope: RequestScope,
  ): Promise<ModerationFinding[]> {
    const findings = await scope.once(this.loaders).findingsByCommentId.load(comment.id);
    return findings
      .filter(({ revision }) => revision === comment.revision)
      .map((finding) => toModerationFinding(finding, scope.language));
  }

  @Authorized(Role.MODERATOR)
  @FieldResolver(() => [CommentReport], {
    description: 'What readers reported, the oldest first; decided ones too.',
  })
  async reports(
    @Root() { comment }: ModerationItem,
    @Ctx() scope: RequestScope,
  ): Promise<readonly CommentReport[]> {
    return scope.once(this.loaders).reportsByCommentId.load(comment.id);
  }

  @Authorized(Role.MODERATOR)
  @FieldResolver(() => [ModerationEvent], {
    description: 'Who decided what and when, the oldest first; `policy` is the first of all.',
  })
  async history(
    @Root() { comment }: ModerationItem,
    @Ctx() scope: RequestScope,
  ): Promise<ModerationEvent[]> {
    const events = await scope.once(this.loaders).eventsByCommentId.load(comment.id);
    const listed = events.map(toModerationEvent);
    if (listed[0]?.byKind === DeciderKind.POLICY) return listed;
    // An immediate approval is not stored: most comments have no other history.
    const decidedAt = comment.createdAt;
    const approval = { ...policyDecider, status: CommentStatus.APPROVED, decidedAt, reason: null };
    return [toModerationEvent(approval), ...listed];
  }
}

function toModerationEvent({
  status,
  decidedBy: by,
  deciderKind: byKind,
  decidedAt: at,
  reason,
}: Omit<ModerationEventRow, 'id' | 'commentId'>): ModerationEvent {
  return { status, by, byKind, at, reason };
}
