import 'reflect-metadata';
import { type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type ClassType, type NonEmptyArray } from 'type-graphql';
import { DateTime } from '../platform/graphql';
import { checkRole } from './auth-checker';
import type { RequestContext } from './context';
import { describeRoots } from './root-descriptions';

/** A resolver object whose class carries type-graphql's decorators. */
export type ResolverInstance = object;

/** Where subscriptions come from. */
export interface SubscriptionSource {
  /** What happens from now on, by topic and, within it, by id. */
  subscribe(topic: string, id?: string): AsyncIterable<unknown>;
}

/**
 * The executable schema of the given resolvers.
 * Errors: type-graphql's own, at start, where a class is not well declared.
 */
export function buildGraphqlSchema(
  resolvers: NonEmptyArray<ResolverInstance>,
  source: SubscriptionSource,
): GraphQLSchema {
  const byClass = new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
  const [first, ...others] = resolvers;
  const schema = buildSchemaSync({
    resolvers: [first.constructor, ...others.map(({ constructor }) => constructor)],
    container: { get: (resolverClass: ClassType) => byClass.get(resolverClass) },
    scalarsMap: [{ type: Date, scalar: DateTime }],
    authChecker: checkRole,
    pubSub: {
      subscribe: (topic, id) => source.subscribe(topic, id as string | undefined),
      publish: refuseToPublish,
    },
    validate: false,
    // Apollo asserts the schema by itself; a query of all of it takes a tenth of a second of each start.
    skipCheck: true,
  });
  return letMutationsSeeTheirWrites(describeRoots(schema));
}

/** What happens is published by the transaction that does it, and by nothing else. */
function refuseToPublish(topic: string): never {
  throw new Error(`Publish ${topic} as an event of the transaction, not from a resolver`);
}

/** Done to the schema, so that no mutation can be written that forgets it. */
function letMutationsSeeTheirWrites(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field;
    if (resolve !== undefined) field.resolve = readBack(resolve);
  }
  return schema;
}

function readBack(
  resolve: GraphQLFieldResolver<unknown, RequestContext>,
): GraphQLFieldResolver<unknown, RequestContext> {
  return async (source, args, context, info) => {
    context.beginMutation();
    const result: unknown = await resolve(source, args, context, info);
    if (!context.areLoadersRenewed) context.renewLoaders();
    return result;
  };
}
