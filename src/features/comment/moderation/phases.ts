import type { ModerationPhase } from './moderation-phase';

/**
 * The phases that a comment passes before it is public, in order; each new one is a line here.
 *
 * With none, every well-formed comment on an open article is approved at once.
 */
export const phases: readonly ModerationPhase[] = [];
