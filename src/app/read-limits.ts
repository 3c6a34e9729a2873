import type { Config } from '../config';
import type { OperationLimits } from '../graphql';

/** How much one operation may ask for, as configured. */
export function readLimits(config: Config): OperationLimits {
  return {
    maxDepth: config.MAX_DEPTH,
    maxAliases: config.MAX_ALIASES,
    maxDirectives: config.MAX_DIRECTIVES,
    maxTokens: config.MAX_TOKENS,
    maxCost: config.MAX_COST,
    maxAnswerBytes: config.MAX_ANSWER_BYTES,
  };
}
