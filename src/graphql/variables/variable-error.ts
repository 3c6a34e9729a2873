import { GraphQLError, type SourceLocation, type VariableDefinitionNode } from 'graphql';
import type { ErrorCode } from '../errors';

const code: ErrorCode = 'BAD_USER_INPUT';

/**
 * Says what is wrong with a variable, and where the document declares it.
 *
 * The parser knows the place. GraphQLError would find it by reading the document up to it, once for
 * each error.
 */
export class VariableError extends GraphQLError {
  override readonly locations: readonly SourceLocation[] | undefined;

  constructor(message: string, { loc }: VariableDefinitionNode) {
    super(message, { extensions: { code } });
    const start = loc?.startToken;
    this.locations = start === undefined ? undefined : [{ line: start.line, column: start.column }];
  }
}
