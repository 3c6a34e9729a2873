import {
  type DefinitionNode,
  type DocumentNode,
  Kind,
  type NameNode,
  parse,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';

/**
 * The texts in which clients send a document that stands in a file, so that each one's hash is known.
 *
 * Shape: the file's text; the document as graphql-js prints it, as typed documents and Relay do; with
 * `__typename` in every selection set, as Apollo Client and urql add it; both with the operation
 * first and the fragments by name, as Apollo's manifests hash them. Equal texts come once.
 */
export function listLayouts(text: string): string[] {
  const document = parse(text);
  const documents = [document, addTypenames(document)];
  const printed = documents.flatMap((one) => [print(one), print(sortDefinitions(one))]);
  return [...new Set([text, ...printed])];
}

/** The selection set of an operation gets none: Apollo Client and urql leave it as it is. */
function addTypenames(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet: {
      enter: (node, _key, parent) => {
        const isRoot =
          parent !== undefined && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION;
        return isRoot || hasTypename(node) ? undefined : withTypename(node);
      },
    },
  });
}

function hasTypename({ selections }: SelectionSetNode): boolean {
  return selections.some(
    (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
  );
}

function withTypename(node: SelectionSetNode): SelectionSetNode {
  const name = { kind: Kind.NAME, value: '__typename' } as const;
  return { ...node, selections: [...node.selections, { kind: Kind.FIELD, name }] };
}

function sortDefinitions(document: DocumentNode): DocumentNode {
  const definitions = [...document.definitions].sort(
    (one, other) => compare(other.kind, one.kind) || compare(nameOf(one), nameOf(other)),
  );
  return { ...document, definitions };
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function nameOf(definition: DefinitionNode): string {
  const { name } = definition as { readonly name?: NameNode };
  return name?.value ?? '';
}
