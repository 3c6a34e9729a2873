export { type CacheHint, liveHint } from './cache-hint';
export {
  ConnectionArgs,
  type ConnectionTypes,
  createConnectionTypes,
  pageComplexity,
} from './connection';
export { Node, type NodeSource } from './node';
export { PageInfo } from './page-info';
export { DateTime, EmailAddress, Locale, Url } from './scalars';
export { selectsField } from './selects-field';
export { TextDirection } from './text-direction';
export { TextFormat } from './text-format';
export { TextRange } from './text-range';
export { UserError, UserErrorCode } from './user-error';
