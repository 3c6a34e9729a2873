import {
  BREAK,
  type DocumentNode,
  getNamedType,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isSpecifiedScalarType,
  Kind,
  type OperationDefinitionNode,
  typeFromAST,
  TypeInfo,
  type VariableDefinitionNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * Whether graphql-jit answers an operation exactly as graphql-js does, and safely.
 *
 * graphql-jit 0.8.9 writes string literals into JavaScript, where one of its own markers becomes
 * code, so no text of a caller is compiled. It is wrong about directives beside fragments or merged
 * fields, about names that every object has, and about variables inside lists and objects; it
 * executes introspection on its own copy of the schema. All of that is left to graphql-js.
 * Cost: a walk over the document.
 */
export function isCompilable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean {
  const areAlike = (operation.variableDefinitions ?? []).every((definition) =>
    isCoercedAlike(schema, definition),
  );
  return areAlike && holdsOnlyWhatIsAlike(schema, document);
}

function holdsOnlyWhatIsAlike(schema: GraphQLSchema, document: DocumentNode): boolean {
  let isAlike = true;
  const refuse = () => {
    isAlike = false;
    return BREAK;
  };
  const typeInfo = new TypeInfo(schema);
  const refuseCustomScalar = () => {
    const type = getNamedType(typeInfo.getInputType());
    return type === undefined || isSpecifiedScalarType(type) ? undefined : refuse();
  };
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Directive: refuse,
      StringValue: refuse,
      IntValue: refuseCustomScalar,
      FloatValue: refuseCustomScalar,
      BooleanValue: refuseCustomScalar,
      Name: ({ value }) => (value in Object.prototype ? refuse() : undefined),
      Field: ({ name }) =>
        name.value === '__schema' || name.value === '__type' ? refuse() : undefined,
      ObjectField: ({ value }) => (value.kind === Kind.VARIABLE ? refuse() : undefined),
      ListValue: ({ values }) =>
        values.some(({ kind }) => kind === Kind.VARIABLE) ? refuse() : undefined,
    }),
  );
  return isAlike;
}

/** graphql-jit keeps a default as JSON, and refuses a required field that has one. */
function isCoercedAlike(
  schema: GraphQLSchema,
  { type: typeNode, defaultValue }: VariableDefinitionNode,
): boolean {
  const type = typeFromAST(schema, typeNode);
  if (!isInputType(type) || hasFieldWithDefault(type, new Set())) return false;
  if (defaultValue === undefined) return true;
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues().every(({ value }) => typeof value === 'string');
  return isSpecifiedScalarType(named);
}

function hasFieldWithDefault(type: GraphQLInputType, seen: Set<GraphQLInputType>): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || seen.has(named)) return false;
  seen.add(named);
  return Object.values(named.getFields()).some(
    (field) => field.defaultValue !== undefined || hasFieldWithDefault(field.type, seen),
  );
}
