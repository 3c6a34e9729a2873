/** A picture as a page has it. */
export interface PageImage {
  /** Null where the source says nothing: the caption then stands in. */
  readonly alt: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
  /** The file that it is; left out where the page brings none, so that an editor's stays. */
  readonly fileId?: string;
}

/** A section as a page has it. */
export interface PageSection {
  readonly heading: string | null;
  /** CommonMark. */
  readonly body: string;
  readonly images: readonly PageImage[];
}

/** An article as a page has it, to be written. */
export interface PageArticle {
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
  /** True: readers do not see it before somebody publishes it. */
  readonly isDraft?: boolean;
  readonly sections: readonly PageSection[];
}

/** What writing a page did. */
export type WriteOutcome = 'created' | 'updated' | 'unchanged';
