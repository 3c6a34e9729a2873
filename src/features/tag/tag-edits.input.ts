import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../../platform/graphql';
import { Tag } from './tag.entity';

/** A tag and its new name. */
@InputType({ description: 'A tag and what it is to be called.' })
export class RenameTagInput {
  @Field(() => ID, { description: 'The tag’s `id`, e.g. `"tag_01j03cqd00fgqbrcr42gqh0k5v"`.' })
  id!: string;

  @Field(() => String, {
    description:
      'The new name, e.g. `"قطاع غزة"`: 1 to 100 characters, a letter or a digit among them. The name of another tag is refused: merge the two.',
  })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The new slug, e.g. `"قطاع-غزة"`, at most 80 characters. Where it is not sent, or null, the slug follows from the name, with a number behind it where another tag has it.',
  })
  slug?: string | null;
}

/** What `renameTag` answers. */
@ObjectType({
  description: 'The tag after the change, or everything that is wrong.',
  simpleResolvers: true,
})
export class RenameTagPayload {
  @Field(() => Tag, {
    nullable: true,
    description: 'The tag; null where `userErrors` has entries.',
  })
  tag!: Tag | null;

  @Field(() => [UserError], { description: 'All that is wrong with the input, at once.' })
  userErrors!: UserError[];
}

/** Tags that are to become one. */
@InputType({ description: 'Tags that are to become one.' })
export class MergeTagsInput {
  @Field(() => [ID], {
    description:
      'The `id`s of the tags that are to go, 1 to 100; one that is named twice counts once.',
  })
  from!: string[];

  @Field(() => ID, {
    description: 'The `id` of the tag that stays, with its name and slug; it is none of `from`.',
  })
  into!: string;
}

/** What `mergeTags` answers. */
@ObjectType({
  description: 'The tag that stays, or everything that is wrong.',
  simpleResolvers: true,
})
export class MergeTagsPayload {
  @Field(() => Tag, {
    nullable: true,
    description: 'The tag that stays, with all articles; null where `userErrors` has entries.',
  })
  tag!: Tag | null;

  @Field(() => [UserError], { description: 'All that is wrong with the input, at once.' })
  userErrors!: UserError[];
}
