import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../platform/graphql';
import { CommentField } from '../decision';

/** The rules of an article's comment form. */
@ObjectType({
  description: 'The rules of an article’s comment form, for a client to draw it.',
  simpleResolvers: true,
})
export class CommentPolicy {
  @Field(() => Boolean, { description: 'Whether the article takes comments now.' })
  isOpen!: boolean;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When the article stops taking comments by the rules, past or to come; null where they set no end.',
  })
  closesAt!: Date | null;

  @Field(() => Boolean, {
    description: 'Whether every comment waits for a moderator before others see it.',
  })
  isPremoderated!: boolean;

  @Field(() => [CommentField], { description: 'What must be filled in: mark these with `*`.' })
  requiredFields!: CommentField[];

  @Field(() => Int, {
    description: 'The longest body, in characters as people count them (grapheme clusters): 5000.',
  })
  maxBodyLength!: number;

  @Field(() => Int, {
    description: 'The longest name, in characters as people count them (grapheme clusters): 80.',
  })
  maxAuthorNameLength!: number;

  @Field(() => Int, {
    description:
      'How deep replies go: 5. A comment of that `depth` takes no reply; see `Comment.canReply`.',
  })
  maxDepth!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'For how many minutes its author may edit a comment: 0 for never, null for without end; see `Comment.editableUntil`.',
  })
  editWindowMinutes!: number | null;

  @Field(() => Boolean, { description: 'Always false: an e-mail address is never public.' })
  publishesEmail!: boolean;

  @Field(() => String, {
    description:
      'The sentence to print above the form, in the article’s language, e.g. `"لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *"`.',
  })
  notice!: string;
}
