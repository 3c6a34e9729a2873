export type { LiveStream } from './live-group';
export {
  type LiveCaller,
  LiveOperations,
  type LiveOptions,
  type LiveRequest,
  type Started,
} from './live-operations';
