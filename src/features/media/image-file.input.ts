import { Field, Float, ID, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../../platform/graphql';
import { ImageFile } from './image-file.entity';

/** A place in a picture, as an editor sends it. */
@InputType({ description: 'A place in a picture, as shares of its width and height.' })
export class PointInput {
  @Field(() => Float, { description: 'From the left edge, 0, to the right edge, 1.' })
  x!: number;

  @Field(() => Float, { description: 'From the upper edge, 0, to the lower edge, 1.' })
  y!: number;
}

/** What is to change of a file. */
@InputType({
  description:
    'What is to change of a picture file. What is absent stays; null is cleared, so that the file’s own words, or the middle, count again.',
})
export class UpdateImageFileInput {
  @Field(() => ID, { description: 'The file’s `id`, e.g. `"file_01j03cqd00fgqbrcr42gqh0k5v"`.' })
  id!: string;

  @Field(() => PointInput, {
    nullable: true,
    description: 'What crops keep in view, e.g. a face; the middle where nobody has set it.',
  })
  focalPoint?: PointInput | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the picture shows, in place of the file’s own words; 1000 characters at most.',
  })
  alt?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The caption in place of the file’s own, without the credit; 2000 characters at most.',
  })
  caption?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Whom to credit in place of whom the file names, e.g. `"الأناضول"`; 300 characters at most.',
  })
  credit?: string | null;
}

/** Which file is to go. */
@InputType({ description: 'Which picture file is to be deleted.' })
export class DeleteImageFileInput {
  @Field(() => ID, { description: 'The file’s `id`, e.g. `"file_01j03cqd00fgqbrcr42gqh0k5v"`.' })
  id!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'For an ADMIN: delete it even where articles or kept revisions use it, which then stand without a picture.',
  })
  force!: boolean;
}

/** What `updateImageFile` answers. */
@ObjectType({
  description: 'The picture file as it is now, or what is wrong with the input.',
  simpleResolvers: true,
})
export class UpdateImageFilePayload {
  @Field(() => ImageFile, {
    nullable: true,
    description: 'The file; null where `userErrors` has entries.',
  })
  file!: ImageFile | null;

  @Field(() => [UserError], { description: 'All that is wrong with the input, at once.' })
  userErrors!: UserError[];
}

/** What `deleteImageFile` answers. */
@ObjectType({
  description: 'The id of the picture file that is gone, or what is in the way.',
  simpleResolvers: true,
})
export class DeleteImageFilePayload {
  @Field(() => ID, {
    nullable: true,
    description: 'The id of the deleted file; null where `userErrors` has entries.',
  })
  deletedId!: string | null;

  @Field(() => [UserError], { description: 'What keeps the file from being deleted.' })
  userErrors!: UserError[];
}
