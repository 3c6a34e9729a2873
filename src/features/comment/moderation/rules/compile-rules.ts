import { createHash } from 'node:crypto';
import { nameSkeleton } from '../../../../lib/text';
import { WordMatcher } from '../words/word-matcher';
import { builtInRules, type ModerationRules } from './moderation-rules';

/** A name that readers may not take, and what it looks like. */
export interface ReservedName {
  readonly name: string;
  readonly skeleton: string;
}

/** Rules with everything made from them that does not depend on a comment. */
export interface CompiledRules {
  readonly rules: ModerationRules;
  /** Names this state of the rules, for findings. */
  readonly version: string;
  readonly banned: WordMatcher;
  readonly suspect: WordMatcher;
  readonly reservedNames: readonly ReservedName[];
}

/** Prepares rules. Shape: `source` is the text that they were read from, for a version. */
export function compileRules(rules: ModerationRules, source: string): CompiledRules {
  return {
    rules,
    version: rules.version ?? createHash('sha256').update(source).digest('hex').slice(0, 12),
    banned: new WordMatcher(rules.banned),
    suspect: new WordMatcher(rules.suspect),
    reservedNames: rules.reservedNames.map(toReservedName),
  };
}

/** A name with what it looks like. */
export function toReservedName(name: string): ReservedName {
  return { name, skeleton: nameSkeleton(name) };
}

/** What is in force where no file is named. */
export const compiledBuiltInRules: CompiledRules = compileRules(builtInRules, '');
