import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, Url, UserError } from '../../platform/graphql';

/** What `createPreviewLink` takes. */
@InputType({ description: 'A new secret link to an article’s newest save.' })
export class CreatePreviewLinkInput {
  @Field(() => ID, {
    description: 'The article’s `id`, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`.',
  })
  articleId!: string;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it stops working, at most 30 days from now; 48 hours from now where it is not sent.',
  })
  expiresAt?: Date | null;
}

/** What `revokePreviewLinks` takes. */
@InputType({ description: 'An article whose preview links are all to stop working.' })
export class RevokePreviewLinksInput {
  @Field(() => ID, {
    description: 'The article’s `id`, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`.',
  })
  articleId!: string;
}

/** A link that shows a draft to whoever has it. */
@ObjectType({
  description: 'A secret link: whoever has it reads the article’s newest save until it expires.',
  simpleResolvers: true,
})
export class PreviewLink {
  @Field(() => String, {
    description: 'For `previewArticle`. It is shown this once: the service stores only its hash.',
  })
  token!: string;

  @Field(() => Url, { description: 'The page that shows it: PREVIEW_URL with the token in it.' })
  url!: string;

  @Field(() => DateTime, { description: 'When it stops working.' })
  expiresAt!: Date;
}

/** What `createPreviewLink` answers. */
@ObjectType({ description: 'The new link, or everything that is wrong.', simpleResolvers: true })
export class CreatePreviewLinkPayload {
  @Field(() => PreviewLink, {
    nullable: true,
    description: 'The link; null where `userErrors` has entries.',
  })
  link!: PreviewLink | null;

  @Field(() => [UserError], {
    description: 'All that is wrong, at once; nothing was written then.',
  })
  userErrors!: UserError[];
}

/** What `revokePreviewLinks` answers. */
@ObjectType({ description: 'How many links have stopped working.', simpleResolvers: true })
export class RevokePreviewLinksPayload {
  @Field(() => Int, { description: 'How many links worked until now.' })
  revokedCount!: number;

  @Field(() => [UserError], {
    description: 'All that is wrong, at once; nothing was written then.',
  })
  userErrors!: UserError[];
}
