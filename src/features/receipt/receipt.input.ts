import { Field, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../../platform/graphql';
import { Comment } from '../comment';

/** An edit as the comment's author sends it. */
@InputType({ description: 'A new text for a comment of one’s own.' })
export class EditCommentInput {
  @Field(() => String, { description: 'The `receipt` that `addComment` answered.' })
  receipt!: string;

  @Field(() => String, {
    description: 'The whole new text, by the same rules as `AddCommentInput.body`.',
  })
  body!: string;
}

/** What `editComment` answers. */
@ObjectType({
  description: 'The comment as it is after the edit, or everything that is wrong.',
  simpleResolvers: true,
})
export class EditCommentPayload {
  @Field(() => Comment, {
    nullable: true,
    description:
      'The comment, also where it now waits for a moderator; null where `userErrors` has entries.',
  })
  comment!: Comment | null;

  @Field(() => [UserError], { description: 'All that is wrong, at once.' })
  userErrors!: UserError[];
}

/** A withdrawal as the comment's author sends it. */
@InputType({ description: 'The withdrawal of a comment of one’s own.' })
export class WithdrawCommentInput {
  @Field(() => String, { description: 'The `receipt` that `addComment` answered.' })
  receipt!: string;
}

/** What `withdrawComment` answers. */
@ObjectType({
  description: 'The comment as it is after the withdrawal, or what is wrong.',
  simpleResolvers: true,
})
export class WithdrawCommentPayload {
  @Field(() => Comment, {
    nullable: true,
    description:
      'The comment with the notice that now stands in its place, also where it was withdrawn before; null where `userErrors` has entries.',
  })
  comment!: Comment | null;

  @Field(() => [UserError], { description: 'What is wrong; empty where it is withdrawn.' })
  userErrors!: UserError[];
}
