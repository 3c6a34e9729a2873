import type { ModerationPhase } from './moderation-phase';
import { articlePhase } from './phases/article.phase';
import { bidiPhase } from './phases/bidi.phase';
import { externalPhase } from './phases/external.phase';
import { lengthPhase } from './phases/length.phase';
import { linksPhase } from './phases/links.phase';
import { modePhase } from './phases/mode.phase';
import { namePhase } from './phases/name.phase';
import { pacePhase } from './phases/pace.phase';
import { repeatsPhase } from './phases/repeats.phase';
import { wordsPhase } from './phases/words.phase';

/** The phases that a comment passes before it is public, in order; each new one is a line here. */
export const phases: readonly ModerationPhase[] = [
  articlePhase,
  lengthPhase,
  linksPhase,
  wordsPhase,
  repeatsPhase,
  pacePhase,
  namePhase,
  bidiPhase,
  externalPhase,
  modePhase,
];
