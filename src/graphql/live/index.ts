export { SubscriberTooSlow, SubscriptionLimitExceeded } from './live.errors';
export {
  type LiveCaller,
  LiveOperations,
  type LiveOptions,
  type LiveRequest,
  type Started,
} from './live-operations';
export type { LiveStream } from './live-stream';
export type { LiveConnection } from './waiting-answers';
