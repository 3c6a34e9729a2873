import { Field, ID, Int, ObjectType } from 'type-graphql';
import { directionOf } from '../../lib/text';
import { createConnectionTypes, DateTime, Locale, TextDirection } from '../../platform/graphql';
import { Article, type ArticleAggregate } from '../article';
import type { Section } from '../section';
import { composeAggregate, type Revision } from './compose-article';
import type { ImageContent } from './content/snapshot';

/** A picture as one save has it. */
@ObjectType({
  description: 'A picture as one save has it; not an `Image`, so that no cache takes it for one.',
  simpleResolvers: true,
})
export class ImageSnapshot {
  constructor(
    readonly content: ImageContent,
    /** The article's language as of the save. */
    readonly locale: string,
  ) {}

  @Field(() => ID, { description: 'The `id` of the image: send it to keep the image as it is.' })
  get imageId(): string {
    return this.content.id;
  }
}

/** A section as one save has it. */
@ObjectType({
  description: 'A section as one save has it; not a `Section`, so that no cache takes it for one.',
  simpleResolvers: true,
})
export class SectionSnapshot {
  constructor(
    readonly section: Section,
    private readonly placed: readonly ImageSnapshot[],
  ) {}

  @Field(() => ID, {
    description:
      'The `id` of the section: send it to keep the section itself, wherever it then stands.',
  })
  get sectionId(): string {
    return this.section.id;
  }

  @Field(() => String, { nullable: true, description: 'The heading; null where it has none.' })
  get heading(): string | null {
    return this.section.heading;
  }

  @Field(() => [String], { description: 'Plain text, a paragraph each, in reading order.' })
  get paragraphs(): string[] {
    return this.section.paragraphs;
  }

  @Field(() => [ImageSnapshot], { description: 'The pictures placed in this section, in order.' })
  get images(): ImageSnapshot[] {
    return [...this.placed];
  }
}

/** One save of an article; what is computed of its content is computed when it is asked for. */
@ObjectType({
  description:
    'One save of an article: a whole, immutable snapshot. Its types and ids are its own, so that no cache takes it for the article.',
  simpleResolvers: true,
})
export class ArticleRevision {
  private composed: ArticleAggregate | null = null;

  /** Shape: `isLive` says whether readers see it now; with a preview link nobody is told its editor. */
  constructor(
    private readonly revision: Revision,
    private readonly facts: { readonly isLive: boolean; readonly showsEditor: boolean },
  ) {}

  @Field(() => ID, {
    description: 'Identifies the save, e.g. `"revision_01j03cqd00fgqbrcr42gqh0k5v"`.',
  })
  get id(): string {
    return this.revision.row.id;
  }

  @Field(() => Int, { description: 'The article’s `editing.version` as of this save.' })
  get version(): number {
    return this.revision.row.version;
  }

  @Field(() => String, { description: 'The headline.' })
  get title(): string {
    return this.revision.content.title;
  }

  @Field(() => String, {
    description:
      'The article’s name in its address as of this save, e.g. `"بلينكن-يلتقي-نتنياهو"`.',
  })
  get slug(): string {
    return this.revision.content.slug;
  }

  @Field(() => Locale, { description: 'The language that it is written in, e.g. `"ar"`.' })
  get locale(): string {
    return this.revision.content.locale;
  }

  @Field(() => TextDirection, {
    description: 'Which way its text runs, from the script of its locale.',
  })
  get direction(): TextDirection {
    return TextDirection[directionOf(this.revision.content.locale)];
  }

  @Field(() => String, { nullable: true, description: 'The standfirst; null where there is none.' })
  get summary(): string | null {
    return this.revision.content.summary;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'Who wrote it, as the page prints it, e.g. `"فريق التحرير"`; null if no author is named.',
  })
  get byline(): string | null {
    return this.revision.content.byline;
  }

  @Field(() => String, {
    nullable: true,
    description: 'What was wrong in an earlier version, for readers; null where nothing was.',
  })
  get correction(): string | null {
    return this.revision.content.correction;
  }

  @Field(() => Int, { description: 'Minutes to read it: as stated, else from the words.' })
  get readingTimeMinutes(): number {
    return this.aggregate.article.readingTimeMinutes;
  }

  @Field(() => [String], { description: 'The names of its tags, in the editor’s order.' })
  get tags(): readonly string[] {
    return this.revision.content.tags;
  }

  @Field(() => ImageSnapshot, {
    nullable: true,
    description: 'The picture that stands before the text; null where there is none.',
  })
  get leadImage(): ImageSnapshot | null {
    const { leadImage, locale } = this.revision.content;
    return leadImage === null ? null : new ImageSnapshot(leadImage, locale);
  }

  @Field(() => [SectionSnapshot], { description: 'The parts of the text, in order.' })
  get sections(): SectionSnapshot[] {
    const { sections, locale } = this.revision.content;
    return this.aggregate.sections.map((section, index) => {
      const images = sections[index]?.images ?? [];
      return new SectionSnapshot(
        section,
        images.map((image) => new ImageSnapshot(image, locale)),
      );
    });
  }

  @Field(() => String, {
    nullable: true,
    description:
      'What the editor wrote for other editors, e.g. `"fixed a name"`; null with a preview link.',
  })
  get note(): string | null {
    return this.facts.showsEditor ? this.revision.row.note : null;
  }

  @Field(() => DateTime, { description: 'When it was saved.' })
  get editedAt(): Date {
    return this.revision.row.editedAt;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'Who saved it: a token’s name or an OpenID subject; null where it is not known, and with a preview link.',
  })
  get editedBy(): string | null {
    return this.facts.showsEditor ? this.revision.row.editedBy : null;
  }

  @Field(() => Boolean, { description: 'Whether it is what readers see now.' })
  get isLive(): boolean {
    return this.facts.isLive;
  }

  /** The rows that this save makes; its Markdown is rendered once. */
  get aggregate(): ArticleAggregate {
    this.composed ??= composeAggregate(
      Object.assign(new Article(), { id: this.revision.row.articleId }),
      this.revision,
    );
    return this.composed;
  }
}

/** `ArticleRevisionEdge` and `ArticleRevisionConnection`. */
export const revisionConnectionTypes = createConnectionTypes(
  'ArticleRevision',
  ArticleRevision,
  'saves of an article',
);
