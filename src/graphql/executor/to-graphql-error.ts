import { type DocumentNode, GraphQLError, type Source, type SourceLocation } from 'graphql';

/** graphql-jit's error as one of graphql-js: the same message, path, places and cause. */
export function toGraphqlError(error: GraphQLError, document: DocumentNode): GraphQLError {
  const source = document.loc?.source;
  const { path, originalError, extensions } = error;
  return new GraphQLError(error.message, {
    ...(source === undefined ? {} : { source, positions: listPositions(source, error.locations) }),
    ...(path === undefined ? {} : { path }),
    ...(originalError === undefined ? {} : { originalError }),
    extensions,
  });
}

function listPositions(source: Source, locations: readonly SourceLocation[] | undefined): number[] {
  const lines = source.body.split(/\r\n|[\n\r]/g);
  return (locations ?? []).map(({ line, column }) => {
    const before = lines.slice(0, line - 1).reduce((length, text) => length + text.length + 1, 0);
    return before + column - 1;
  });
}
