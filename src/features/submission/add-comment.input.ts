import { Field, ID, InputType } from 'type-graphql';
import { EmailAddress } from '../../platform/graphql';

/** A comment as a reader's form or a script sends it. */
@InputType({ description: 'A comment to add.' })
export class AddCommentInput {
  @Field(() => ID, {
    description: 'The article’s `id`, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`.',
  })
  articleId!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The comment that this replies to, on the same article; null for a top-level comment.',
  })
  parentId?: string | null;

  @Field(() => String, {
    description: 'The name to show: 1 to 80 characters as people count them, e.g. `"قارئة"`.',
  })
  authorName!: string;

  @Field(() => EmailAddress, {
    description: 'For moderators only, never public, e.g. `"reader@example.org"`.',
  })
  authorEmail!: string;

  @Field(() => String, {
    description:
      'Plain text: 1 to 5000 characters as people count them. White space at the ends is taken off.',
  })
  body!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'A client’s own key for this submission, 1 to 200 characters, best a random UUID, e.g. `"0190163d-8694-739b-aea5-966c26f8ad91"`: sending the same input again with it returns the first comment and, for a day, its receipt, instead of adding another.',
  })
  idempotencyKey?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The `receipt` of an earlier comment of the same author: where it was approved, the site may trust this one. One that the service does not know gives no trust and is no error.',
  })
  receipt?: string | null;
}
