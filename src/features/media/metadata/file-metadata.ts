/** A text in one of the languages that a file gives it in. */
export interface LocalizedText {
  /** A canonical BCP 47 tag; null for the default and for what states no language. */
  readonly language: string | null;
  readonly text: string;
}

/** When a picture was taken. */
export interface TakenAt {
  /** Read as UTC where the file states no offset. */
  readonly at: Date;
  /** From UTC, east positive; null where the file states none. */
  readonly offsetMinutes: number | null;
  /** Whether more than the day is known. */
  readonly hasTime: boolean;
}

/** What a picture's file says about it. */
export interface FileMetadata {
  readonly captions: readonly LocalizedText[];
  /** What the picture shows, for those who cannot see it. */
  readonly alts: readonly LocalizedText[];
  readonly creators: readonly string[];
  readonly credit: string | null;
  readonly copyrights: readonly LocalizedText[];
  /** An http or https address. */
  readonly rightsUrl: string | null;
  /** A URI, most often of https://cv.iptc.org/newscodes/digitalsourcetype. */
  readonly digitalSourceType: string | null;
  readonly takenAt: TakenAt | null;
  /** Whether the file holds coordinates, right or not. */
  readonly hadLocation: boolean;
}

/** The metadata of a file that says nothing. */
export const noMetadata: FileMetadata = {
  captions: [],
  alts: [],
  creators: [],
  credit: null,
  copyrights: [],
  rightsUrl: null,
  digitalSourceType: null,
  takenAt: null,
  hadLocation: false,
};

/** A text without a language, as a list of alternatives; none for an empty one. */
export function unlocalized(text: string | undefined): readonly LocalizedText[] {
  return text === undefined || text === '' ? [] : [{ language: null, text }];
}
