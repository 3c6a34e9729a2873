/** Units: UTF-16 code units, here and for all other lengths of this file. */
export const maxTitleLength = 300;
export const maxSummaryLength = 1_000;
export const maxBylineLength = 300;
/** Of a slug that an editor chooses; one that is made from a title is shorter. */
export const maxSlugLength = 200;
export const maxHeadingLength = 300;
export const maxCorrectionLength = 2_000;
export const maxNoteLength = 500;
export const maxTagNameLength = 100;
export const maxTags = 30;
export const maxSections = 200;
export const maxImagesPerSection = 50;
export const maxAltLength = 1_000;
export const maxCaptionLength = 2_000;
export const maxCreditLength = 300;
export const maxUrlLength = 2_048;
/** Of one section. */
export const maxBodyLength = 200_000;
/** All texts of an article together, in UTF-8. */
export const maxContentBytes = 1_000_000;
export const maxIdempotencyKeyLength = 200;
export const maxReadingTimeMinutes = 1_440;
/** Width and height of a picture. */
export const maxPixels = 65_535;
/** Faults that one answer lists, at most. */
export const maxFaults = 100;
