export { privateAnswer } from './cache-control';
export type { CachedAnswer } from './cached-answer';
export type { Header } from './wire-head';
export { writeRequestKey } from './request-key';
export { type Answer, type Executed, ResponseCache } from './response-cache';
export { type AllowOrigin, AnswerSender } from './send-answer';
