import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestScope } from '../../platform/request';
import { Comment, type CommentFeature } from '../comment';
import {
  EditCommentInput,
  EditCommentPayload,
  WithdrawCommentInput,
  WithdrawCommentPayload,
} from './receipt.input';
import type { ReceiptService } from './receipt.service';
import type { WithdrawCommentService } from './withdraw-comment.service';

/** What a commenter without an account does with a receipt. */
@Resolver(() => Comment)
export class ReceiptResolver {
  constructor(
    private readonly service: ReceiptService,
    private readonly comments: CommentFeature['service'],
    private readonly withdrawal: WithdrawCommentService,
  ) {}

  @Query(() => Comment, {
    nullable: true,
    description:
      'An author’s own comment, whatever its status; null for a receipt that the service does not know. Send the receipt in variables, by POST: addresses are written to logs.',
  })
  commentByReceipt(
    @Arg('receipt', () => String, { description: 'The `receipt` that `addComment` answered.' })
    receipt: string,
    @Ctx() scope: RequestScope,
  ): Promise<Comment | null> {
    return this.service.find(scope, receipt);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Why the comment is not public: what its moderator wrote, else a sentence in the language of Accept-Language. For its author (`addComment`, `commentByReceipt`, `editComment`) and for moderators; null for everybody else, and where the comment is public or withdrawn.',
  })
  statusReason(@Root() comment: Comment, @Ctx() scope: RequestScope): Promise<string | null> {
    return this.service.explainStatus(scope, comment);
  }

  @Mutation(() => EditCommentPayload, {
    description:
      'Replaces the text of a comment of one’s own, within the site’s editing window (15 minutes unless its rules say otherwise). The new text passes moderation again.',
  })
  editComment(
    @Arg('input', () => EditCommentInput, { description: 'The receipt and the new text.' })
    input: EditCommentInput,
    @Ctx() scope: RequestScope,
  ): Promise<EditCommentPayload> {
    return this.comments.edit(scope, input);
  }

  @Mutation(() => WithdrawCommentPayload, {
    description:
      'Takes a comment of one’s own back, at any time: its name, text and e-mail address are gone for good, a notice stands in its place, and the replies stay.',
  })
  withdrawComment(
    @Arg('input', () => WithdrawCommentInput, { description: 'The receipt of the comment.' })
    input: WithdrawCommentInput,
    @Ctx() scope: RequestScope,
  ): Promise<WithdrawCommentPayload> {
    return this.withdrawal.withdraw(scope, input);
  }
}
