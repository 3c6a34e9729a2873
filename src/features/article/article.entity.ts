import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { flagColumn, instantColumn } from '../../platform/database';
import { DateTime, Locale, Node } from '../../platform/graphql';

/** The stored `ArticleStatus`: SCHEDULED is PUBLISHED with a future date. */
export type StoredArticleStatus = 'DRAFT' | 'PUBLISHED' | 'ARCHIVED';

/** A news article; its sections and images are rows of their own, written together with it. */
@Entity('article')
@Index('article_slug', ['slug'], { unique: true })
@Index('article_slug_key', ['slugKey'], { unique: true })
@Index('article_source', ['sourceKey', 'sourceDay'], { unique: true })
@Index('article_timeline', ['storedStatus', 'timelineAt', 'id'])
@Index('article_locale_timeline', ['locale', 'storedStatus', 'timelineAt', 'id'])
@Index('article_byline_timeline', ['byline', 'storedStatus', 'timelineAt', 'id'])
@Index('article_byline_locale_timeline', ['byline', 'locale', 'storedStatus', 'timelineAt', 'id'])
// Status and flag stand in the index too: SQLite would else take `article_timeline` for the shorter one.
@Index('article_due', ['storedStatus', 'isPublic', 'timelineAt'], { where: 'NOT is_public' })
@Index('article_unpublish', ['unpublishAt'], { where: 'unpublish_at IS NOT NULL' })
@Index('article_replacement', ['scheduledAt'], { where: 'scheduled_at IS NOT NULL' })
@ObjectType('Article', {
  implements: Node,
  description:
    'A news article: its text in sections, its images, and its readers’ comments. Start with `article(slug:)` or `articles`.',
  simpleResolvers: true,
})
export class Article extends Node {
  @PrimaryColumn({ type: 'varchar' })
  override id!: string;

  @Field(() => String, {
    description:
      'Unique name in the page’s address, in Unicode letters, e.g. `"بلينكن-يلتقي-نتنياهو"`.',
  })
  @Column({ type: 'varchar' })
  slug!: string;

  /** The slug folded: no two articles have slugs that read alike. Null where an old row's did. */
  @Column({ type: 'varchar', name: 'slug_key', nullable: true, select: false })
  slugKey!: string | null;

  @Field(() => Locale, { description: 'The language that it is written in, e.g. `"ar"`.' })
  @Column({ type: 'varchar' })
  locale!: string;

  @Field(() => String, { description: 'The headline.' })
  @Column({ type: 'text' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The standfirst: what it is about, in a sentence or two; null where there is none.',
  })
  @Column({ type: 'text', nullable: true })
  summary!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Who wrote it, as the page prints it, e.g. `"فريق التحرير"`; null if no author is named.',
  })
  @Column({ type: 'text', nullable: true })
  byline!: string | null;

  @Column({ type: 'varchar', name: 'status' })
  storedStatus!: StoredArticleStatus;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was, or will be, published; null while it is a draft.',
  })
  @Column({ ...instantColumn, name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  /** Its place in lists: the publication, or the creation while there is none. */
  @Column({ ...instantColumn, name: 'timeline_at' })
  timelineAt!: Date;

  @Field(() => DateTime, { description: 'When it was first written down in the service.' })
  @Column({ ...instantColumn, name: 'created_at' })
  createdAt!: Date;

  @Field(() => DateTime, {
    description:
      'When what readers see was last edited; a draft that is not published changes nothing here.',
  })
  @Column({ ...instantColumn, name: 'updated_at' })
  updatedAt!: Date;

  /** The version of the revision that the rows of this article say. */
  @Field(() => Int, {
    description:
      'Which version of the article readers see; it rises when a later edit is published. What guards an edit is `editing.version`.',
  })
  @Column({ type: 'integer' })
  version!: number;

  /** Rises with each change of content or schedule: every UPDATE is guarded by it. */
  @Column({ type: 'integer', name: 'editing_version', default: 1 })
  editingVersion!: number;

  /** The version of the newest save, whether readers see it or not. */
  @Column({ type: 'integer', name: 'newest_version', default: 1 })
  newestVersion!: number;

  /** Who made the last change of content or schedule; null where nobody is known. */
  @Column({ type: 'varchar', name: 'edited_by', nullable: true, select: false })
  editedBy!: string | null;

  /** When the last change of content or schedule was made. */
  @Column({ ...instantColumn, name: 'edited_at', default: 0, select: false })
  editedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'What was wrong in an earlier version, for readers, e.g. `"ورد في نسخة سابقة أن الاجتماع عُقد الاثنين، والصحيح الثلاثاء."`; null where nothing was.',
  })
  @Column({ type: 'text', nullable: true })
  correction!: string | null;

  /** Null until it has been published once; see `firstPublicationOf` for what readers are told. */
  @Column({ ...instantColumn, name: 'first_published_at', nullable: true })
  storedFirstPublishedAt!: Date | null;

  /** The save that replaces what readers see at `scheduledAt`; null for none. */
  @Column({ type: 'integer', name: 'scheduled_version', nullable: true, select: false })
  scheduledVersion!: number | null;

  @Column({ ...instantColumn, name: 'scheduled_at', nullable: true })
  scheduledAt!: Date | null;

  /** When it goes out of sight by itself; null for never. */
  @Column({ ...instantColumn, name: 'unpublish_at', nullable: true })
  unpublishAt!: Date | null;

  /** Whether readers saw it when it was last written or settled: what counters count. */
  @Column({ ...flagColumn, name: 'is_public', default: false, select: false })
  isPublic!: boolean;

  @Field(() => Int, { description: 'Words of the body, headings not counted.' })
  @Column({ type: 'integer', name: 'word_count' })
  wordCount!: number;

  @Field(() => Int, {
    description:
      'Minutes to read it: what the source states, else the words by the language’s published reading speed (Arabic: 138 words a minute), rounded up.',
  })
  @Column({ type: 'integer', name: 'reading_time_minutes' })
  readingTimeMinutes!: number;

  @Column({ type: 'integer', name: 'stated_reading_time_minutes', nullable: true, select: false })
  statedReadingTimeMinutes!: number | null;

  @Column({ ...flagColumn, name: 'comments_open' })
  commentsOpen!: boolean;

  /** Identifies the page that it was imported from; null for an article that was written here. */
  @Column({ type: 'varchar', name: 'source_key', nullable: true, select: false })
  sourceKey!: string | null;

  /**
   * The day that the page states, as YYYY-MM-DD; '' where it states none. Null without a source key,
   * and in rows from before source keys.
   */
  @Column({ type: 'varchar', name: 'source_day', nullable: true, select: false })
  sourceDay!: string | null;

  /** The hash of the page as it was last imported: the same page again changes nothing. */
  @Column({ type: 'varchar', name: 'source_hash', nullable: true, select: false })
  sourceHash!: string | null;
}
