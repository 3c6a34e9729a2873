import { Field, Int, ObjectType } from 'type-graphql';

/** A part of a text. */
@ObjectType({
  description:
    'Half-open range [start, end) in UTF-16 code units of the text beside it, as JavaScript counts.',
  simpleResolvers: true,
})
export class TextRange {
  @Field(() => Int, { description: 'Where it starts, from 0.' })
  start!: number;

  @Field(() => Int, { description: 'Where it ends: the first place behind it.' })
  end!: number;
}
