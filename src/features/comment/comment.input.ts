import { Field, ID, InputType } from 'type-graphql';
import { EmailAddress } from '../../graphql/types';

/** Units: characters as people count them. */
export const maxAuthorNameLength = 80;
/** Units: characters as people count them. */
export const maxBodyLength = 5_000;
/** Units: UTF-16 code units; keys are compared, not shown. */
export const maxIdempotencyKeyLength = 200;
/** Depth of the deepest reply; a top-level comment has depth 0. */
export const maxDepth = 5;

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
      'A client’s own key for this submission, 1 to 200 characters, e.g. a UUID: sending it again returns the first comment instead of adding another.',
  })
  idempotencyKey?: string | null;
}
