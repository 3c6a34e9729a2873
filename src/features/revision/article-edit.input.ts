import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { DateTime, Locale, Url } from '../../platform/graphql';

/** What a save does where somebody else saved first. */
export enum ConflictChoice {
  REJECT = 'REJECT',
  MERGE = 'MERGE',
}

registerEnumType(ConflictChoice, {
  name: 'ConflictChoice',
  description: 'What a save does where somebody else saved since the `version` it names.',
  valuesConfig: {
    REJECT: { description: 'Nothing is saved: `userErrors` has the code CONFLICT.' },
    MERGE: {
      description:
        'What touches other fields or sections than theirs is saved on top of theirs. Where both touched the same field or section, nothing is saved: CONFLICT.',
    },
  },
});

/** A picture as an editor sends it. */
@InputType({
  description:
    'A picture: a file that was uploaded, or a picture that is kept elsewhere. It needs at least one of `fileId`, `url`, `alt` and `caption`. In an update an absent field stays as it was and null clears it.',
})
export class ImageInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'The `id` of an image of this article, e.g. `"image_01j03cqd00fgqbrcr42gqh0k5v"`: it stays itself wherever it now stands. Without an `id`, an image of which each field that is sent is equal stays itself; otherwise the image is new.',
  })
  id?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the picture shows, for those who cannot see it, e.g. `"شارع مغمور بالمياه"`: one line of at most 1,000 UTF-16 code units. Null: the caption stands in.',
  })
  alt?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The text below the picture, without the credit, e.g. `"وسط المدينة بعد العاصفة"`: one line of at most 2,000 UTF-16 code units.',
  })
  caption?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Whose picture it is, e.g. `"الأناضول"`: one line of at most 300 UTF-16 code units.',
  })
  credit?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The `id` of an uploaded file, e.g. `"file_01j03cqd00fgqbrcr42gqh0k5v"`. Null: no file.',
  })
  fileId?: string | null;

  @Field(() => Url, {
    nullable: true,
    description:
      'The address of a picture that is kept elsewhere, answered as it is, e.g. `"https://pictures.example/storm.jpg"`: http or https, at most 2,048 UTF-16 code units. An image that has a file too shows the file: send `fileId: null` with the address.',
  })
  url?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The picture’s width in pixels, 1 to 65,535, e.g. `1600`. Null: not known.',
  })
  width?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The picture’s height in pixels, 1 to 65,535, e.g. `900`. Null: not known.',
  })
  height?: number | null;
}

/** A section as an editor sends it. */
@InputType({
  description:
    'A part of the text. In an update an absent field stays as it was; null clears the heading.',
})
export class SectionInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'The `id` of a section of this article, e.g. `"section_01j03cqd00fgqbrcr42gqh0k5v"`: it stays itself wherever it now stands. Without an `id`, a section with an equal body and heading stays itself; otherwise the section is new.',
  })
  id?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The heading, e.g. `"ردود الفعل"`: one line of at most 300 UTF-16 code units. Null: none, as usual for the opening section.',
  })
  heading?: string | null;

  @Field(() => String, {
    description:
      'The text in CommonMark, e.g. `"وصلت *السفينة* إلى [الميناء](https://example.org)."`: at most 200,000 UTF-16 code units, and 1,000,000 bytes of UTF-8 for all texts of an article. Raw HTML and images are refused: pictures go into `images`. Headings within it are moved down so that the highest is level 3. Empty only where the section has a heading or images.',
  })
  body!: string;

  @Field(() => [ImageInput], {
    nullable: true,
    description: 'The whole new list of the section’s images, at most 50. `[]`: none.',
  })
  images?: ImageInput[] | null;
}

/** A new article as an editor sends it. */
@InputType({ description: 'A new article. It begins as a DRAFT.' })
export class CreateArticleInput {
  @Field(() => String, {
    description:
      'The headline, e.g. `"وصول السفينة إلى الميناء"`: one line of 1 to 300 UTF-16 code units.',
  })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The readable end of the article’s address, e.g. `"وصول-السفينة"`: at most 200 UTF-16 code units, without white space and `/ \\ ? # %`. Absent or null: made from the title.',
  })
  slug?: string | null;

  @Field(() => Locale, { description: 'The language of the text, e.g. `"ar"`.' })
  locale!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The standfirst, e.g. `"وصلت أول سفينة منذ عام."`: one line of at most 1,000 UTF-16 code units.',
  })
  summary?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who wrote it, e.g. `"فريق التحرير"`: one line of at most 300 UTF-16 code units.',
  })
  byline?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Names of tags in the order to show, e.g. `["غزة", "اقتصاد"]`: at most 30, each 1 to 100 UTF-16 code units. A tag that is not there yet is made.',
  })
  tags?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Stated minutes of reading, 1 to 1,440, e.g. `5`. Absent or null: computed from the words.',
  })
  readingTimeMinutes?: number | null;

  @Field(() => ImageInput, {
    nullable: true,
    description: 'A picture that stands before the text. Absent or null: none.',
  })
  leadImage?: ImageInput | null;

  @Field(() => [SectionInput], {
    description:
      'The parts of the text in order, at most 200. `[]`: an article without a text as yet.',
  })
  sections!: SectionInput[];

  @Field(() => String, {
    nullable: true,
    description:
      'A note about this save for other editors, e.g. `"fixed a name"`: one line of at most 500 UTF-16 code units.',
  })
  note?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A client’s own key for this article, 1 to 200 characters, best a random UUID, e.g. `"0190163d-8694-739b-aea5-966c26f8ad91"`: sending the same input again with it returns the first article instead of adding another.',
  })
  idempotencyKey?: string | null;
}

/** A save as an editor sends it. */
@InputType({
  description:
    'A save. An absent field stays as it was. Null clears what may be empty; for `title`, `slug`, `locale`, `tags` and `sections` it is an error. `[]` empties a list.',
})
export class UpdateArticleInput {
  @Field(() => ID, {
    description: 'The article’s `id`, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`.',
  })
  id!: string;

  @Field(() => Int, {
    description: 'The `editing.version` that the editor began from, e.g. `3`.',
  })
  version!: number;

  @Field(() => ConflictChoice, {
    defaultValue: ConflictChoice.REJECT,
    description: 'What happens where somebody else saved since `version`.',
  })
  onConflict!: ConflictChoice;

  @Field(() => String, {
    nullable: true,
    description:
      'The headline, e.g. `"وصول السفينة إلى الميناء"`: one line of 1 to 300 UTF-16 code units. Never null.',
  })
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The readable end of the article’s address, e.g. `"وصول-السفينة"`: at most 200 UTF-16 code units, without white space and `/ \\ ? # %`. Never null; a new title does not change it.',
  })
  slug?: string | null;

  @Field(() => Locale, {
    nullable: true,
    description: 'The language of the text, e.g. `"ar"`. Never null.',
  })
  locale?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The standfirst, e.g. `"وصلت أول سفينة منذ عام."`: one line of at most 1,000 UTF-16 code units.',
  })
  summary?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who wrote it, e.g. `"فريق التحرير"`: one line of at most 300 UTF-16 code units.',
  })
  byline?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'The whole new list of tags’ names in the order to show, e.g. `["غزة", "اقتصاد"]`: at most 30, each 1 to 100 UTF-16 code units. `[]`: none. Never null.',
  })
  tags?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Stated minutes of reading, 1 to 1,440, e.g. `5`. Null: computed from the words.',
  })
  readingTimeMinutes?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What was wrong, for readers, e.g. `"ذُكر اسم الوزير خطأ في نسخة سابقة."`: plain text of at most 2,000 UTF-16 code units, with line breaks.',
  })
  correction?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Corrects the date of an article that is published, never into the future, e.g. `"2024-06-11T09:00:00Z"`. Null: the date is the one of its publication again.',
  })
  publishedAt?: Date | null;

  @Field(() => ImageInput, {
    nullable: true,
    description: 'A picture that stands before the text. Null: none.',
  })
  leadImage?: ImageInput | null;

  @Field(() => [SectionInput], {
    nullable: true,
    description:
      'The whole new list of the parts of the text, at most 200. `[]`: no text. Never null.',
  })
  sections?: SectionInput[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A note about this save for other editors, e.g. `"fixed a name"`: one line of at most 500 UTF-16 code units.',
  })
  note?: string | null;
}
