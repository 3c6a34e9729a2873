import { Field, ObjectType } from 'type-graphql';
import type { Edge } from '../../platform/database/paging';
import { UserError } from '../../platform/graphql';
import { commentConnectionTypes } from './comment-connection';
import { Comment } from './comment.entity';

/** What `addComment` answers. */
@ObjectType({
  description: 'The comment that was added, or everything that is wrong with the input.',
  simpleResolvers: true,
})
export class AddCommentPayload {
  @Field(() => Comment, {
    nullable: true,
    description:
      'The comment, also while it is PENDING, so that a client can say ‘awaiting moderation’; null where `userErrors` has entries.',
  })
  comment!: Comment | null;

  @Field(() => commentConnectionTypes.edge, {
    nullable: true,
    description:
      'The comment with its cursor in `Article.comments` or, for a reply, in `Comment.replies` of its parent, in their default order: what a client adds to its list. Null where the comment is not public.',
  })
  commentEdge!: Edge<Comment> | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A secret: with it the author sees, edits or withdraws the comment without an account, and earns trust for the next one. An identical retry with the same `idempotencyKey` is given it again, within 24 hours and until the comment is edited or withdrawn; null after that.',
  })
  receipt!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether the comment was there already, by its `idempotencyKey`: nothing was added then.',
  })
  alreadyAdded!: boolean;

  @Field(() => [UserError], {
    description: 'All that is wrong with the input, at once; empty where the comment was added.',
  })
  userErrors!: UserError[];
}
