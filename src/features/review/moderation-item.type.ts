import { Field, ObjectType } from 'type-graphql';
import { DateTime, TextRange } from '../../platform/graphql';
import { Comment } from '../comment';
import { CommentField, CommentStatus, DeciderKind } from '../decision';
import { ReportReason } from '../report';

/** A comment as moderators see it; what they alone may know has resolvers of its own. */
@ObjectType({
  description:
    'A comment with what only moderators see. It hangs off no other type, so that no query on Comment reaches it.',
  simpleResolvers: true,
})
export class ModerationItem {
  @Field(() => Comment, { description: 'The comment, whatever its status.' })
  comment!: Comment;
}

/** What one phase of moderation holds against a comment. */
@ObjectType({
  description: 'What one phase of moderation holds against a comment.',
  simpleResolvers: true,
})
export class ModerationFinding {
  @Field(() => String, { description: 'The phase that found it, e.g. `"words"`.' })
  phase!: string;

  @Field(() => CommentStatus, {
    description: 'What it alone would make of the comment; the strictest finding decides.',
  })
  verdict!: CommentStatus;

  @Field(() => String, {
    description: 'What was found, for a person: Arabic or English by Accept-Language.',
  })
  reason!: string;

  @Field(() => CommentField, {
    nullable: true,
    description: 'The text that `range` is a part of; null where it is about no text.',
  })
  field!: CommentField | null;

  @Field(() => TextRange, {
    nullable: true,
    description: 'The place in the text that `field` names; null where it is about no place.',
  })
  range!: TextRange | null;

  @Field(() => String, {
    description: 'Which state of the rules found it: the file’s `version`, or a hash of it.',
  })
  ruleVersion!: string;
}

/** What a reader reported. */
@ObjectType({ description: 'A reader’s report of a comment.', simpleResolvers: true })
export class CommentReport {
  @Field(() => ReportReason, { description: 'Why it was reported.' })
  reason!: ReportReason;

  @Field(() => String, { nullable: true, description: 'What the reader added; plain text.' })
  note!: string | null;

  @Field(() => DateTime, { description: 'When it was reported.' })
  createdAt!: Date;
}

/** One decision about a comment. */
@ObjectType({ description: 'One decision about a comment.', simpleResolvers: true })
export class ModerationEvent {
  @Field(() => CommentStatus, { description: 'What the comment became, or stayed.' })
  status!: CommentStatus;

  @Field(() => String, {
    description:
      'Who decided: the name of a token or of an OpenID Connect subject, `policy` for the rules, `author` for who holds the receipt.',
  })
  by!: string;

  @Field(() => DeciderKind, {
    description: 'What kind of party `by` names, since a token may be named `policy`, too.',
  })
  byKind!: DeciderKind;

  @Field(() => String, {
    nullable: true,
    description: 'What the moderator wrote for the author; null for nothing.',
  })
  reason!: string | null;

  @Field(() => DateTime, { description: 'When it was decided.' })
  at!: Date;
}
