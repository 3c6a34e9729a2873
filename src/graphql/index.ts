export { buildGraphqlSchema, type ResolverInstance } from './build-schema';
export { RequestContext, type RequestFacts } from './context';
export { type ApolloOptions, createApolloServer } from './create-apollo-server';
export { type CatalogueEntry, errorCatalogue, type ErrorCode } from './errors';
export type { FirstOperation } from './landing-page';
export type { OperationLimits } from './limits';
export { NodeResolver } from './node.resolver';
