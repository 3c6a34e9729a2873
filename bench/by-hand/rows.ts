/** An article as the hand-written statements select it. Units: milliseconds since 1970. */
export interface ArticleRow {
  readonly id: string;
  readonly slug: string;
  readonly locale: string;
  readonly title: string;
  readonly summary: string | null;
  readonly byline: string | null;
  readonly publishedAtMs: number;
  readonly updatedAtMs: number;
  readonly timelineAtMs: number;
  readonly readingTimeMinutes: number;
  readonly commentsOpen: number;
}

/** A section; `paragraphs` is JSON text. */
export interface SectionRow {
  readonly id: string;
  readonly articleId: string;
  readonly heading: string | null;
  readonly paragraphs: string;
}

/** A picture. */
export interface ImageRow {
  readonly id: string;
  readonly articleId: string;
  readonly sectionId: string | null;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** A comment. Units: milliseconds since 1970. */
export interface CommentRow {
  readonly id: string;
  readonly articleId: string;
  readonly authorName: string;
  readonly body: string;
  readonly status: string;
  readonly createdAtMs: number;
  readonly replyCount: number;
}

/** How many public comments an article has. */
export interface TallyRow {
  readonly articleId: string;
  readonly approvedCount: number;
}
