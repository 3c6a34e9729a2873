/** What a line of a page's plain text turned out to be. */
export type LineRole =
  'title' | 'byline' | 'reading-time' | 'paragraph' | 'heading' | 'alt' | 'caption' | 'furniture';

/** A picture as the page tells of it: what it shows, what stands below it, and whose it is. */
export interface ImportedImage {
  readonly alt: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** A part of the page: its heading, null for the opening one, its paragraphs and its images in order. */
export interface ImportedSection {
  readonly heading: string | null;
  readonly paragraphs: readonly string[];
  readonly images: readonly ImportedImage[];
}

/** The article that a page holds, without the page's furniture. */
export interface ImportedPage {
  readonly title: string;
  readonly byline: string | null;
  readonly statedReadingTimeMinutes: number | null;
  readonly sections: readonly ImportedSection[];
}

/** The role of one line, for the report. */
export interface LineReport {
  readonly line: number;
  readonly role: LineRole;
}

/** Why a text is no page: nothing to head it, nothing to read in it, or no text at all. */
export type RefusalCode = 'NO_TITLE' | 'NO_PARAGRAPH' | 'NOT_TEXT';

/** Says where a text fails to be a page, and why, in English. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly line: number;
  readonly reason: string;
}

/** A line whose role is in doubt, and why, in English. */
export interface UncertainLine {
  readonly line: number;
  readonly reason: string;
}

/**
 * How a page was read.
 *
 * Shape: a role for each line that is not empty. `confidence` is the share of them whose role is
 * not in doubt, from 0 to 1; 0 for a text without lines.
 */
export interface ReadingReport {
  readonly lines: readonly LineReport[];
  readonly uncertain: readonly UncertainLine[];
  readonly confidence: number;
}

/** A page that was read. */
export interface ReadPage {
  readonly page: ImportedPage;
  /** The day that the page states for itself, as YYYY-MM-DD; null where it states none for sure. */
  readonly statedDay: string | null;
}

/** What parsing gives: the page or the refusal, and either way how its lines were read. */
export type ImportResult = ReadingReport &
  (({ readonly ok: true } & ReadPage) | ({ readonly ok: false } & Refusal));

/** Reads one format. Pure: text in, page out. */
export type Importer = (source: string) => ImportResult;
