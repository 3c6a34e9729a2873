import { ArabicText } from './arabic-text';
import { type DataPlan, crowdedSlug, hasComments } from './data-plan';
import { createIdMaker, type MakeId } from './make-id';
import type { Random } from './random';

/** Units: milliseconds since 1970. */
const firstPublishedAt = Date.parse('2024-06-11T09:00:00.000Z');
/** A hundred thousand articles then fill a year. */
const articleSpacingMs = 5 * 60_000;
const commentSpacingMs = 61_000;
const arabicWordsPerMinute = 138;
const paragraphsPerSection = 2;

/** What the tables get of one article; sections, images and comments by their place. */
export interface MadeArticle {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly publishedAt: number;
  readonly wordCount: number;
  readonly readingTimeMinutes: number;
  readonly sections: readonly MadeSection[];
  readonly images: readonly MadeImage[];
  readonly commentCount: number;
}

/** A section and its forms, as the service derives them at the write. */
export interface MadeSection {
  readonly id: string;
  readonly heading: string | null;
  readonly paragraphs: readonly string[];
}

/** A picture and where it stands. */
export interface MadeImage {
  readonly id: string;
  readonly sectionId: string | null;
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

/** A reader's comment. */
export interface MadeComment {
  readonly id: string;
  readonly authorName: string;
  readonly authorEmail: string;
  readonly body: string;
  readonly createdAt: number;
}

/** Makes articles and comments one after the other. */
export class RowMaker {
  private readonly text: ArabicText;
  private readonly id: MakeId;

  constructor(
    private readonly plan: DataPlan,
    private readonly random: Random,
  ) {
    this.text = new ArabicText(random);
    this.id = createIdMaker(random);
  }

  /** The article of an index; the one after the last is the crowded one, where the plan has it. */
  article(index: number): MadeArticle {
    const { articleCount, commentsPerArticle, crowdedCommentCount } = this.plan;
    const isCrowded = index === articleCount;
    const publishedAt = firstPublishedAt + index * articleSpacingMs;
    const title = this.text.title();
    const sections = this.sections(publishedAt);
    const wordCount = sections
      .flatMap(({ paragraphs }) => paragraphs)
      .reduce((sum, paragraph) => sum + paragraph.split(' ').length, 0);
    return {
      id: this.id('article', publishedAt),
      slug: isCrowded ? crowdedSlug : `${title.replaceAll(' ', '-')}-${index + 1}`,
      title,
      summary: this.text.paragraph(10, 16),
      publishedAt,
      wordCount,
      readingTimeMinutes: Math.ceil(wordCount / arabicWordsPerMinute),
      sections,
      images: this.images(publishedAt, sections),
      commentCount: isCrowded
        ? crowdedCommentCount
        : hasComments(this.plan, index)
          ? commentsPerArticle
          : 0,
    };
  }

  /** The comment of a place in an article's thread. */
  comment(article: MadeArticle, place: number): MadeComment {
    const createdAt = article.publishedAt + (place + 1) * commentSpacingMs;
    return {
      id: this.id('comment', createdAt),
      authorName: this.text.readerName(),
      authorEmail: `reader${place}@example.org`,
      body: this.text.comment(),
      createdAt,
    };
  }

  private sections(at: number): MadeSection[] {
    return Array.from({ length: this.plan.sectionsPerArticle }, (_, position) => ({
      id: this.id('section', at),
      heading: position === 0 ? null : this.text.heading(),
      paragraphs: Array.from({ length: paragraphsPerSection }, () => this.text.paragraph(24, 36)),
    }));
  }

  private images(at: number, sections: readonly MadeSection[]): MadeImage[] {
    return Array.from({ length: this.plan.imagesPerArticle }, (_, position) => ({
      id: this.id('image', at),
      sectionId: sections[position]?.id ?? null,
      alt: this.text.paragraph(6, 9),
      caption: this.text.paragraph(8, 12),
      credit: this.text.credit(),
    }));
  }
}

