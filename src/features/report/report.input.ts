import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../../platform/graphql';
import { Comment } from '../comment';
import { ReportReason } from './report-reason';

/** A report as a reader sends it. */
@InputType({ description: 'A report of a comment.' })
export class ReportCommentInput {
  @Field(() => ID, { description: 'The comment’s `id`.' })
  commentId!: string;

  @Field(() => ReportReason, { description: 'Why it is reported.' })
  reason!: ReportReason;

  @Field(() => String, {
    nullable: true,
    description: 'What moderators should know: plain text, 500 characters at most.',
  })
  note?: string | null;
}

/** What `reportComment` answers. */
@ObjectType({
  description: 'The comment that was reported, or what is wrong with the report.',
  simpleResolvers: true,
})
export class ReportCommentPayload {
  @Field(() => Comment, {
    nullable: true,
    description:
      'The comment, also for a second report from the same address on the same day, which changes nothing; null where `userErrors` has entries.',
  })
  comment!: Comment | null;

  @Field(() => [UserError], { description: 'All that is wrong with the input, at once.' })
  userErrors!: UserError[];
}
