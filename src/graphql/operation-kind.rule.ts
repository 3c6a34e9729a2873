import { type ASTVisitor, GraphQLError, OperationTypeNode, type ValidationContext } from 'graphql';

/**
 * Refuses an operation of a kind that the schema lacks, which graphql-js finds only at execution,
 * and a subscription, which has more than one answer.
 */
export function operationKindRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition: (node) => {
      const isKnown = context.getSchema().getRootType(node.operation) !== undefined;
      if (isKnown && node.operation !== OperationTypeNode.SUBSCRIPTION) return;
      const message = isKnown
        ? 'A subscription goes over a WebSocket to this path (subprotocol graphql-transport-ws), or as an event stream to /graphql/stream'
        : `This service has no ${node.operation} operations`;
      context.reportError(new GraphQLError(message, { nodes: node }));
    },
  };
}
