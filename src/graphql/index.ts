export { buildGraphqlSchema, type ResolverInstance, type SubscriptionSource } from './build-schema';
export { RequestContext, type RequestFacts } from './context';
export { type ApolloOptions, createApolloServer } from './create-apollo-server';
export { type CatalogueEntry, errorCatalogue, type ErrorCode, writeErrorHeaders } from './errors';
export type { FirstOperation } from './landing-page';
export { limitLineBreaks, maxLineBreaks, type OperationLimits } from './limits';
export {
  type LiveCaller,
  type LiveConnection,
  LiveOperations,
  type LiveRequest,
  type LiveStream,
  type Started,
  SubscriberTooSlow,
  SubscriptionLimitExceeded,
} from './live';
export { NodeResolver } from './node.resolver';
