import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type FieldNode,
  getArgumentValues,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The variables that an operation declares, as JSON: nothing else of what was sent is kept.
 * Shape: as they were sent, since graphql-js coerces them at each execution.
 */
export function writeDeclaredVariables(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Fields,
): string {
  const names = variableDefinitions.map(({ variable }) => variable.name.value);
  const entries = names.filter((name) => Object.hasOwn(variables, name));
  return JSON.stringify(Object.fromEntries(entries.map((name) => [name, variables[name]])));
}

/** A short key of anything that JSON can write. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64');
}

/**
 * What the events of a subscription come from: its field and the field's arguments.
 * Shape: a hash, the same for the same events whatever is selected of them.
 */
export function sourceKeyOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  coerced: Fields,
): string {
  const node = findField(document, operation.selectionSet);
  const field = schema.getSubscriptionType()?.getFields()[node?.name.value ?? ''];
  if (node === undefined || field === undefined) return '';
  return hashOf([field.name, getArgumentValues(field, node, coerced)]);
}

/** Validation lets a subscription have one field, which may stand in a fragment. */
function findField(
  document: DocumentNode,
  { selections }: SelectionSetNode,
): FieldNode | undefined {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) return selection;
    const found = findField(document, selectionsOf(document, selection));
    if (found !== undefined) return found;
  }
  return undefined;
}

function selectionsOf(
  { definitions }: DocumentNode,
  selection: Exclude<SelectionSetNode['selections'][number], FieldNode>,
): SelectionSetNode {
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection.selectionSet;
  const fragment = definitions.find(
    (definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION &&
      definition.name.value === selection.name.value,
  );
  return fragment?.kind === Kind.FRAGMENT_DEFINITION
    ? fragment.selectionSet
    : { kind: Kind.SELECTION_SET, selections: [] };
}
