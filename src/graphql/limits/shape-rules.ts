import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ValidationContext, type ValidationRule } from 'graphql';
import type { ErrorCode } from '../errors';
import type { OperationLimits } from './limits';

/** Validation rules over a document's shape; each refusal names the limit and the value. */
export function createShapeRules(limits: OperationLimits): ValidationRule[] {
  return [
    maxDepthRule({
      n: limits.maxDepth,
      // A fragment nests nothing in the answer.
      flattenFragments: true,
      ...refuseWith('DEPTH_LIMIT_EXCEEDED'),
    }),
    maxAliasesRule({ n: limits.maxAliases, ...refuseWith('ALIAS_LIMIT_EXCEEDED') }),
    maxDirectivesRule({ n: limits.maxDirectives, ...refuseWith('DIRECTIVE_LIMIT_EXCEEDED') }),
  ] as ValidationRule[];
}

/** Reported, not thrown: what is thrown in a rule would be answered as a fault of the service. */
function refuseWith(code: ErrorCode) {
  const report = (context: ValidationContext | null, error: GraphQLError) => {
    const message = error.message.replace(/^Syntax Error: /, '');
    context?.reportError(new GraphQLError(message, { extensions: { code } }));
  };
  return { onReject: [report], propagateOnRejection: false };
}
