/** A picture to write. */
export interface ImageDraft {
  /** Null where the source says nothing: the caption then stands in. */
  readonly alt: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** A section to write. */
export interface SectionDraft {
  readonly heading: string | null;
  /** CommonMark. */
  readonly body: string;
  readonly images: readonly ImageDraft[];
}

/** A whole article to write. */
export interface ArticleDraft {
  readonly slug: string;
  /** Whether somebody chose the slug, or it only follows from the title. */
  readonly isSlugChosen: boolean;
  /** Identifies the page that it comes from: the same key is the same article. Null for none. */
  readonly sourceKey: string | null;
  /** The day that the page states, as YYYY-MM-DD: another day is another article. Null for none. */
  readonly sourceDay: string | null;
  readonly locale: string;
  readonly title: string;
  readonly summary: string | null;
  readonly byline: string | null;
  readonly statedReadingTimeMinutes: number | null;
  /** Undefined: the day that the page states, or now, for a new article; as it was for one that is there. */
  readonly publishedAt: Date | undefined;
  readonly sections: readonly SectionDraft[];
}

/** What writing a draft did. */
export type WriteOutcome = 'created' | 'updated' | 'unchanged';
