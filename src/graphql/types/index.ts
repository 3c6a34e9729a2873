export { type CacheHint, liveHint } from './cache-hint';
export {
  ConnectionArgs,
  type ConnectionTypes,
  createConnectionTypes,
  pageComplexity,
} from './connection';
export { Node, type NodeSource } from './node';
export { DateTime, EmailAddress, Locale, Url } from './scalars';
export { TextFormat } from './text-format';
export { UserError, UserErrorCode } from './user-error';
