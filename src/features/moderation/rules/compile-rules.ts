import { createHash } from 'node:crypto';
import { WordMatcher } from '../words/word-matcher';
import { builtInRules, type ModerationRules } from './moderation-rules';
import { type ReservedName, toReservedName } from './reserved-names';

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

/** What is in force where no file is named. */
export const compiledBuiltInRules: CompiledRules = compileRules(builtInRules, '');
