export { closesAt, isOpenAt, toArticleFacts } from './closing';
export { type Judgement, strictest } from './moderate';
export type { ModerationCase } from './moderation-phase';
export { createModerationFeature, type ModerationFeature } from './moderation.feature';
export { type CompiledRules, parseRules, RulesInvalid } from './rules';
