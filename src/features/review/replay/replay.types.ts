import { Field, Int, ObjectType } from 'type-graphql';
import { Comment } from '../../comment';
import { CommentStatus } from '../../decision';
import { ModerationFinding } from '../moderation-item.type';

/** A comment that the rules would treat otherwise, with what they would hold against it. */
@ObjectType({
  description: 'A comment that the rules would treat otherwise.',
  simpleResolvers: true,
})
export class ReplayExample {
  @Field(() => Comment, { description: 'The comment as it is.' })
  comment!: Comment;

  @Field(() => [ModerationFinding], { description: 'What the rules hold against it.' })
  findings!: ModerationFinding[];
}

/** How many comments would go from one status to another. */
@ObjectType({
  description: 'How many comments stand as one status and would come to another.',
  simpleResolvers: true,
})
export class ReplayOutcome {
  @Field(() => CommentStatus, { description: 'What the comments are.' })
  before!: CommentStatus;

  @Field(() => CommentStatus, { description: 'What the rules would have made of them.' })
  after!: CommentStatus;

  @Field(() => Int, { description: 'How many comments.' })
  count!: number;

  @Field(() => [ReplayExample], { description: 'The first ten; none where nothing would change.' })
  examples!: ReplayExample[];
}

/** What rules would have done. */
@ObjectType({
  description: 'What rules would have done to past comments; nothing was changed.',
  simpleResolvers: true,
})
export class ModerationReplay {
  @Field(() => String, { description: 'The `version` of the rules, or a hash of them.' })
  ruleVersion!: string;

  @Field(() => Int, { description: 'How many comments were looked at.' })
  commentCount!: number;

  @Field(() => Boolean, {
    description: 'False where there are more comments since the instant than were looked at.',
  })
  isComplete!: boolean;

  @Field(() => [ReplayOutcome], { description: 'Each pair of statuses that occurs.' })
  outcomes!: ReplayOutcome[];
}
