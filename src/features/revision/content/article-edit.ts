import type { ArticleContent, ImageContent } from './snapshot';

/** An image as it is sent. Shape: an absent field stays as it was, null clears it. */
export interface ImageEdit {
  readonly id?: string | null | undefined;
  readonly alt?: string | null | undefined;
  readonly caption?: string | null | undefined;
  readonly credit?: string | null | undefined;
  readonly fileId?: string | null | undefined;
  readonly url?: string | null | undefined;
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
}

/** A section as it is sent. */
export interface SectionEdit {
  readonly id?: string | null | undefined;
  readonly heading?: string | null | undefined;
  readonly body: string;
  readonly images?: readonly ImageEdit[] | null | undefined;
}

/** A save as it is sent: `CreateArticleInput` and `UpdateArticleInput` are such. */
export interface ArticleEdit {
  readonly title?: string | null | undefined;
  readonly slug?: string | null | undefined;
  readonly locale?: string | null | undefined;
  readonly summary?: string | null | undefined;
  readonly byline?: string | null | undefined;
  readonly correction?: string | null | undefined;
  readonly readingTimeMinutes?: number | null | undefined;
  readonly publishedAt?: Date | null | undefined;
  readonly tags?: readonly string[] | null | undefined;
  readonly leadImage?: ImageEdit | null | undefined;
  readonly sections?: readonly SectionEdit[] | null | undefined;
  readonly note?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/** An image whose fields are checked. */
export interface CheckedImage {
  readonly path: readonly string[];
  readonly id: string | null;
  /** Those that were sent, as they are stored. */
  readonly fields: Partial<Omit<ImageContent, 'id'>>;
}

/** A section whose fields are checked. Shape: undefined for what was not sent. */
export interface CheckedSection {
  readonly path: readonly string[];
  readonly id: string | null;
  readonly heading: string | null | undefined;
  readonly body: string;
  /** False: its heading or its body has a fault. */
  readonly isSound: boolean;
  readonly images: readonly CheckedImage[] | undefined;
}

/** A save whose fields are checked; those without a fault that were sent are there. */
export interface CheckedEdit {
  readonly fields: Partial<Omit<ArticleContent, 'leadImage' | 'sections'>>;
  /** Undefined: not sent; null: none. */
  readonly leadImage: CheckedImage | null | undefined;
  readonly sections: readonly CheckedSection[] | undefined;
  readonly note: string | null;
}
