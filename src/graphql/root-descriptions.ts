import type { GraphQLSchema } from 'graphql';

const descriptions = {
  query: 'What can be asked for. Nothing is changed by it, so it is sent with POST or GET.',
  mutation:
    'What can be changed. Each answer shows its own change; what a caller can mend comes back in `userErrors`.',
  subscription: 'Events as they happen, for as long as the connection is open.',
};

/** Describes the root types, which no class stands for. */
export function describeRoots(schema: GraphQLSchema): GraphQLSchema {
  const roots = [
    [schema.getQueryType(), descriptions.query],
    [schema.getMutationType(), descriptions.mutation],
    [schema.getSubscriptionType(), descriptions.subscription],
  ] as const;
  for (const [type, description] of roots) {
    if (type !== null && type !== undefined) type.description = description;
  }
  return schema;
}
