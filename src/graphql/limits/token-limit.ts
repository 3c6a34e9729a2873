import { GraphQLError, Lexer, type Source, TokenKind } from 'graphql';
import type { ErrorCode } from '../errors';

const code: ErrorCode = 'TOKEN_LIMIT_EXCEEDED';
const parseFailed: ErrorCode = 'GRAPHQL_PARSE_FAILED';

/**
 * Tells a document that is too long from one that is not GraphQL, since the parser gives both up as
 * syntax errors, and counts its tokens.
 * Shape: null for any error but that of a document with more than `maxTokens`.
 * Cost: the document is read once more; only where it could not be parsed.
 */
export function describeTokenExcess(error: unknown, maxTokens: number): GraphQLError | null {
  if (!(error instanceof GraphQLError) || error.source === undefined) return null;
  if (error.extensions['code'] !== parseFailed) return null;
  const found = countTokens(error.source);
  if (found <= maxTokens) return null;
  return new GraphQLError(`Token limit of ${maxTokens} exceeded, found ${found}.`, {
    extensions: { code },
  });
}

/** What cannot be read any more is not counted. */
function countTokens(source: Source): number {
  const lexer = new Lexer(source);
  let count = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  } catch {
    return count;
  }
  return count;
}
