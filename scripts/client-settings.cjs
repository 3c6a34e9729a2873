const { isInterfaceType, isObjectType, getNamedType } = require('graphql');

/** Arguments that choose a page of a list, and not another list. */
const pageArguments = new Set(['first', 'after', 'last', 'before']);

/**
 * A plugin of GraphQL Code Generator: what normalized caches must know of the schema.
 * `npm run codegen` writes its output to examples/generated/client-settings.ts.
 */
module.exports = {
  plugin: (schema) => {
    const types = Object.values(schema.getTypeMap())
      .filter((type) => !type.name.startsWith('__'))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
    const possibleTypes = Object.fromEntries(
      types
        .filter(isInterfaceType)
        .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
    );
    const objects = types.filter(
      (type) =>
        isObjectType(type) &&
        type !== schema.getMutationType() &&
        type !== schema.getSubscriptionType(),
    );
    const connectionFields = Object.fromEntries(
      objects
        .map((type) => [type.name, listConnections(type)])
        .filter(([, fields]) => Object.keys(fields).length > 0),
    );
    const embeddedTypes = objects
      .filter((type) => type !== schema.getQueryType() && !('id' in type.getFields()))
      .map(({ name }) => name);
    return `${exportConst(
      'possibleTypes',
      possibleTypes,
      'The object types of each interface: Apollo Client matches fragments on `Node` by it.',
    )}
${exportConst(
  'connectionFields',
  connectionFields,
  'Fields that answer a connection, by type, each with the arguments that choose the list.',
)}
${exportConst(
  'embeddedTypes',
  embeddedTypes,
  'Types without an id: they belong to the object that holds them.',
)}`;
  },
};

function listConnections(type) {
  return Object.fromEntries(
    Object.values(type.getFields())
      .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
      .map(({ name, args }) => [
        name,
        args.map((argument) => argument.name).filter((argument) => !pageArguments.has(argument)),
      ]),
  );
}

function exportConst(name, value, description) {
  return `/** ${description} */\nexport const ${name} = ${JSON.stringify(value, null, 2)} as const;\n`;
}
