import type { GraphQLSchema } from 'graphql';
import { buildGraphqlSchema, NodeResolver } from '../graphql';
import type { Features } from './create-features';

/** The public schema that the features make together. */
export function createSchema({ nodes, resolvers, comments }: Features): GraphQLSchema {
  return buildGraphqlSchema([new NodeResolver(nodes), ...resolvers], comments.feed);
}
