import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/** Refuses to show the schema, and says how an operator allows it. */
export function noIntrospectionRule(context: ValidationContext): ASTVisitor {
  return {
    Field: (node) => {
      if (node.name.value !== '__schema' && node.name.value !== '__type') return;
      const message =
        'Introspection is off here. Set INTROSPECTION=true to let clients read the schema';
      context.reportError(new GraphQLError(message, { nodes: node }));
    },
  };
}
