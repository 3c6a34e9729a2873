import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/** Refuses an operation of a kind that the schema lacks, which graphql-js finds only at execution. */
export function operationKindRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition: (node) => {
      if (context.getSchema().getRootType(node.operation) !== undefined) return;
      const message = `This service has no ${node.operation} operations`;
      context.reportError(new GraphQLError(message, { nodes: node }));
    },
  };
}
