export type { ModerationReplay } from './replay/replay.types';
export { createReviewFeature, type ReviewFeature } from './review.feature';
