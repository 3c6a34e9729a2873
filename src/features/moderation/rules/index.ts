export { compiledBuiltInRules, type CompiledRules, compileRules } from './compile-rules';
export { type ModerationRules, moderationRulesSchema } from './moderation-rules';
export { parseRules, RulesInvalid } from './parse-rules';
export { RulesFile } from './rules-file';
export { listSkeletons, toReservedName } from './reserved-names';
export { builtInRulesSource, type RulesSource } from './rules-source';
