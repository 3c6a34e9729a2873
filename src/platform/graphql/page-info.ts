import { Field, ObjectType } from 'type-graphql';

/** Relay's PageInfo. */
@ObjectType({
  description: 'Where a page stands in its list (Relay cursor connections).',
  simpleResolvers: true,
})
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether there is more before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the first object; null on an empty page. For `before`.',
  })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last object; null on an empty page. For `after`.',
  })
  endCursor!: string | null;
}
