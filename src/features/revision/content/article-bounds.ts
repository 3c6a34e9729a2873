/** Units: UTF-16 code units. */
export const maxTitleLength = 300;
/** Units: UTF-16 code units. */
export const maxSummaryLength = 1_000;
/** Units: UTF-16 code units. */
export const maxBylineLength = 300;
/** Units: UTF-16 code units. Of a slug that an editor chooses; one that is made from a title is shorter. */
export const maxSlugLength = 200;
/** Units: UTF-16 code units. */
export const maxHeadingLength = 300;
/** Units: UTF-16 code units. */
export const maxCorrectionLength = 2_000;
/** Units: UTF-16 code units. */
export const maxNoteLength = 500;
/** Sections of an article at most. */
export const maxSections = 200;
/** Images of a section at most. */
export const maxImagesPerSection = 50;
/** Units: UTF-16 code units. */
export const maxAltLength = 1_000;
/** Units: UTF-16 code units. */
export const maxCaptionLength = 2_000;
/** Units: UTF-16 code units. */
export const maxCreditLength = 300;
/** Units: UTF-16 code units. */
export const maxUrlLength = 2_048;
/** Units: UTF-16 code units of one section. */
export const maxBodyLength = 200_000;
/** All texts of an article together. Units: bytes of UTF-8. */
export const maxContentBytes = 1_000_000;
/** Units: UTF-16 code units; keys are compared, not shown. */
export const maxIdempotencyKeyLength = 200;
/** A day: longer than any article takes. */
export const maxReadingTimeMinutes = 1_440;
/** Width and height of a picture. */
export const maxPixels = 65_535;
/** Faults that one answer lists at most. */
export const maxFaults = 100;
