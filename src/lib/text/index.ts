export { hasBidiControls, isolateBidi } from './bidi';
export { directionOf, type Direction } from './direction';
export { editDistance } from './edit-distance';
export { arabicLookalikes } from './arabic-letters';
export { foldSpelling } from './fold-code-points';
export { foldText, foldWithMap, originalRange, type FoldedText } from './fold';
export {
  collapseRepeats,
  dropHamzas,
  foldWithMapWithoutHamzas,
  isCertainStretchOf,
  isStretchOf,
} from './fold-loosely';
export { countGraphemes, truncateAtGrapheme } from './graphemes';
export { hasTooManyMarks, isBlank, maxMarksInRow, toNfc } from './marks';
export {
  hasControlCharacters,
  hasControlCharactersInBody,
  hasLoneSurrogates,
  normalizeMultilineText,
  normalizeText,
  withoutIsolates,
} from './normalize';
export { canonicalLocale, languageOf } from './language';
export { readingSpeedOf, readingTimeMinutes } from './reading-time';
export { nameSkeleton } from './skeleton';
export { canBeSlug, numberSlug, slugMaxLength, slugify } from './slug';
export { countLetterRuns, countWords } from './word-count';
export { escapeMarkdown, renderMarkdown, type RenderedMarkdown } from './markdown';
export { escapeHtml } from './escape-html';
export { foldLookAlikes, isLookAlikeSymbol, lookAlikeOf } from './look-alikes';
export {
  type BodyMarkdown,
  type BodyMarkdownFault,
  type BodyMarkdownProblem,
  maxBodyFaults,
  maxBodyLines,
  maxBodyLinkLength,
  maxBodyMarkup,
  maxBodyNesting,
  readBodyMarkdown,
} from './read-body-markdown';
