import { Field, Float, ObjectType } from 'type-graphql';
import { DateTime, Url } from '../../platform/graphql';

/** A place in a picture. */
@ObjectType({
  description: 'A place in a picture, as shares of its width and height.',
  simpleResolvers: true,
})
export class Point {
  @Field(() => Float, { description: 'From the left edge, 0, to the right edge, 1.' })
  x!: number;

  @Field(() => Float, { description: 'From the upper edge, 0, to the lower edge, 1.' })
  y!: number;
}

/** What a picture's file says of itself. */
@ObjectType({
  description:
    'What a picture’s file says of itself, cleaned: XMP before IIM before EXIF. What an editor wrote with `updateImageFile` stands in its place. Caption, alt and copyright are in the language of Accept-Language where the file has them in several.',
  simpleResolvers: true,
})
export class ImageMetadata {
  @Field(() => String, { nullable: true, description: 'The caption, without the credit.' })
  caption!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the picture shows, for those who cannot see it.',
  })
  alt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who took or made it, e.g. `"ليلى حسن"`; several names are parted by commas.',
  })
  creator!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Whom it is to be credited to, e.g. `"الأناضول"`.',
  })
  credit!: string | null;

  @Field(() => String, { nullable: true, description: 'The copyright notice.' })
  copyright!: string | null;

  @Field(() => Url, {
    nullable: true,
    description: 'Where the rights are told or bought, an http or https address.',
  })
  rightsUrl!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'How the picture came about, a term of IPTC, e.g. `"http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"`.',
  })
  digitalSourceType!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was taken; read as UTC where the file states no offset.',
  })
  takenAt!: Date | null;

  @Field(() => Boolean, {
    description:
      'Whether the file that was sent holds the place where it was taken. No rendition has it.',
  })
  hadLocation!: boolean;
}

/** A picture in one format. */
@ObjectType({
  description: 'A picture in one format and several widths: a `<source>` of a `<picture>`.',
  simpleResolvers: true,
})
export class ImageSource {
  @Field(() => String, { description: 'The media type, e.g. `"image/avif"`.' })
  type!: string;

  @Field(() => String, {
    description:
      'For the attribute `srcset`: addresses with their widths, e.g. `"https://…/160-none.avif?v=1 160w, …"`.',
  })
  srcset!: string;
}
