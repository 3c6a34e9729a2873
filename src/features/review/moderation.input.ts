import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { DateTime, EmailAddress } from '../../platform/graphql';
import { CommentStatus } from '../decision';

/** What a moderator decides about a comment. */
export enum ModerationDecision {
  APPROVE = 'APPROVE',
  REJECT = 'REJECT',
  SPAM = 'SPAM',
}

registerEnumType(ModerationDecision, {
  name: 'ModerationDecision',
  description: 'What a moderator decides about a comment.',
  valuesConfig: {
    APPROVE: { description: 'It becomes public.' },
    REJECT: { description: 'It is refused, or hidden again.' },
    SPAM: { description: 'It is refused as advertising, and its author loses trust.' },
  },
});

/** Which comments a moderator wants to see. */
@InputType({
  description:
    'Which comments to list. Where neither `status` nor `reported` is sent: those that wait for a decision, held ones and ones reported since the last decision.',
})
export class ModerationFilter {
  @Field(() => [CommentStatus], {
    nullable: true,
    description: 'Only these statuses, whether they were reported or not.',
  })
  status?: CommentStatus[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only comments with undecided reports, or only comments without.',
  })
  reported?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only comments on this article, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`.',
  })
  articleId?: string | null;

  @Field(() => EmailAddress, {
    nullable: true,
    description: 'Only comments of this address, e.g. `"reader@example.org"`; case does not count.',
  })
  authorEmail?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Only ones sent then or later.' })
  createdAfter?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Only ones sent before then.' })
  createdBefore?: Date | null;
}

/** A comment to decide about, as the moderator read it. */
@InputType({ description: 'A comment to decide about, as the moderator read it.' })
export class ModeratedCommentInput {
  @Field(() => ID, {
    description: 'The comment’s `id`, e.g. `"comment_01j03cqd00fgqbrcr42gqh0k5v"`.',
  })
  id!: string;

  @Field(() => Int, {
    description:
      'The `ModerationItem.revision` that the moderator read: CONFLICT where the author has edited the text since.',
  })
  revision!: number;
}

/** One decision about many comments. */
@InputType({ description: 'One decision about many comments: all of them, or none.' })
export class ModerateCommentsInput {
  @Field(() => [ModeratedCommentInput], {
    description: 'The comments, 1 to 100; one sent twice counts once.',
  })
  comments!: ModeratedCommentInput[];

  @Field(() => ModerationDecision, { description: 'What is decided.' })
  decision!: ModerationDecision;

  @Field(() => String, {
    nullable: true,
    description:
      'Why, for the authors of the comments: plain text, 500 characters at most. They read it in `statusReason` while the comment is refused; readers never do.',
  })
  reason?: string | null;
}
