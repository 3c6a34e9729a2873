import { type DocumentNode, GraphQLError, type SourceLocation } from 'graphql';

/** graphql-jit's error as one of graphql-js: the same message, path, locations and cause. */
export function toGraphqlError(error: GraphQLError, document: DocumentNode): GraphQLError {
  const { message, path, originalError, extensions } = error;
  const source = document.loc?.source;
  return new GraphQLError(message, {
    source,
    positions: source === undefined ? undefined : listPositions(source.body, error.locations ?? []),
    path,
    originalError,
    extensions,
  });
}

/** Where lines and columns lie in a text; a line break is one or two characters. */
function listPositions(text: string, locations: readonly SourceLocation[]): number[] {
  const lineStarts = [0, ...Array.from(text.matchAll(/\r\n|[\n\r]/g), toEnd)];
  return locations.map(({ line, column }) => (lineStarts[line - 1] ?? 0) + column - 1);
}

function toEnd(lineBreak: RegExpExecArray): number {
  return lineBreak.index + lineBreak[0].length;
}
