import { ArgsType, Field, Int } from 'type-graphql';

/** What `searchArticles` takes beside its filter. */
@ArgsType()
export class SearchArguments {
  @Field(() => String, {
    description:
      'What is looked for, at most 1,000 characters, 64 words and 8 quoted phrases: words in any spelling, `"exact phrases"`, `-exclusions`. The last word is completed unless something comes after it, so a search box can send what is typed so far.',
  })
  query!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many from the start, 0 to 100; 20 where it is not sent.',
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only what comes after this cursor: a `cursor` or `endCursor` of the same search with the same filter.',
  })
  after?: string | null;
}
