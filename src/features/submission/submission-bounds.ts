/**
 * Units: UTF-16 code units for each character as people count them. A text with more is refused
 * before it is normalized or counted; an emoji of a family of four takes eleven.
 */
export const maxUnitsPerCharacter = 12;
/** Units: characters as people count them. */
export const maxAuthorNameLength = 80;
/** Units: characters as people count them. */
export const maxBodyLength = 5_000;
/** Units: UTF-16 code units; keys are compared, not shown. */
export const maxIdempotencyKeyLength = 200;
/** Depth of the deepest reply; a top-level comment has depth 0. */
export const maxDepth = 5;
/** Comments in one `moderateComments` at most. */
export const maxModerated = 100;
/** Units: characters as people count them; of a report. */
export const maxNoteLength = 500;
/** Units: characters as people count them; of a moderator's reason. */
export const maxReasonLength = 500;
