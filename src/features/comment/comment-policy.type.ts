import { Field, Int, ObjectType } from 'type-graphql';
import { CommentField } from '../decision';

/** The rules of an article's comment form. */
@ObjectType({
  description: 'The rules of an article’s comment form, for a client to draw it.',
  simpleResolvers: true,
})
export class CommentPolicy {
  @Field(() => Boolean, { description: 'Whether the article takes comments now.' })
  isOpen!: boolean;

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

  @Field(() => Boolean, { description: 'Always false: an e-mail address is never public.' })
  publishesEmail!: boolean;

  @Field(() => String, {
    description:
      'The sentence to print above the form, in the article’s language, e.g. `"لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *"`.',
  })
  notice!: string;
}
