import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { CacheHint } from '../../platform/graphql';

/** For an answer of fields without a hint. Units: seconds. */
const defaultSeconds = 60;

/**
 * For how long others may keep an operation's answer: the shortest of its fields' hints.
 * Units: seconds.
 * Cost: one walk over the document, so the caller keeps it for each document.
 */
export function readOperationHint(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): number {
  const typeInfo = new TypeInfo(schema);
  let seconds = defaultSeconds;
  const look = visitWithTypeInfo(typeInfo, {
    Field: () => {
      const hint = typeInfo.getFieldDef()?.extensions['cacheHint'] as CacheHint | undefined;
      if (hint !== undefined) seconds = Math.min(seconds, hint.maxAgeSeconds);
    },
  });
  visit(operation, look);
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) visit(definition, look);
  }
  return seconds;
}
