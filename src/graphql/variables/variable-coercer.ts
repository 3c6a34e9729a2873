import {
  coerceInputValue,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  valueFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { quoteValue } from './quote-value';
import { VariableError } from './variable-error';

/** The values of variables, by name. */
export type VariableValues = Readonly<Record<string, unknown>>;

/** An operation's variables as its declarations read them, or what is wrong with them. */
export type Coerced =
  { readonly values: VariableValues } | { readonly errors: readonly VariableError[] };

interface Known {
  readonly operation: OperationDefinitionNode;
  readonly coerced: Coerced;
}

/** Errors listed for one request; the last one says that there may be more. */
const maxErrors = 20;

/** Thrown to end a coercion that has found enough. */
const enough = new Error(`More than ${maxErrors} errors`);

/**
 * Coerces variables by the rules of graphql-js, with bounds on what errors cost and say.
 *
 * A request's variables are needed for its cost and for its execution, so they are kept as long as
 * the object that the request brought.
 */
export class VariableCoercer {
  private readonly known = new WeakMap<object, Known>();

  constructor(
    private readonly schema: GraphQLSchema,
    /** Whether messages may suggest names of the schema. */
    private readonly suggestsNames: boolean,
  ) {}

  /** Coerces the variables that the operation declares; others are ignored. */
  coerce(operation: OperationDefinitionNode, variables: VariableValues): Coerced {
    const known = this.known.get(variables);
    if (known?.operation === operation) return known.coerced;
    const coerced = this.coerceAll(operation.variableDefinitions ?? [], variables);
    this.known.set(variables, { operation, coerced });
    return coerced;
  }

  private coerceAll(
    definitions: readonly VariableDefinitionNode[],
    variables: VariableValues,
  ): Coerced {
    const errors: VariableError[] = [];
    // A name such as `constructor` must not find what every object has.
    const values = Object.create(null) as Record<string, unknown>;
    try {
      for (const definition of definitions) {
        this.coerceOne(definition, variables, values, (message) => {
          const isLast = errors.length === maxErrors - 1;
          const text = isLast ? 'Too many errors in variables; the rest is not listed' : message;
          errors.push(new VariableError(text, definition));
          if (isLast) throw enough;
        });
      }
    } catch (error) {
      if (error !== enough) throw error;
    }
    return errors.length === 0 ? { values } : { errors };
  }

  /** Source: GraphQL specification, 6.1.2, CoerceVariableValues. */
  private coerceOne(
    { variable, type: typeNode, defaultValue }: VariableDefinitionNode,
    variables: VariableValues,
    values: Record<string, unknown>,
    report: (message: string) => void,
  ): void {
    const name = variable.name.value;
    const type = typeFromAST(this.schema, typeNode);
    if (!isInputType(type)) return;
    if (!Object.hasOwn(variables, name)) {
      if (defaultValue !== undefined) values[name] = valueFromAST(defaultValue, type);
      else if (isNonNullType(type)) {
        report(`Variable "$${name}" of required type "${String(type)}" was not provided.`);
      }
      return;
    }
    const value = variables[name];
    if (value === null && isNonNullType(type)) {
      report(`Variable "$${name}" of non-null type "${String(type)}" must not be null.`);
      return;
    }
    values[name] = this.coerceValue(name, value, type, report);
  }

  private coerceValue(
    name: string,
    value: unknown,
    type: GraphQLInputType,
    report: (message: string) => void,
  ): unknown {
    // Each unknown field of an object is an error that quotes the object.
    const quotes = new Map<unknown, string>();
    return coerceInputValue(
      value,
      type,
      (path, invalid, error) => {
        const place = path.length === 0 ? '' : ` at "${name}${writePath(path)}"`;
        const quoted = quotes.get(invalid) ?? quoteValue(invalid);
        quotes.set(invalid, quoted);
        report(
          `Variable "$${name}" got invalid value ${quoted}${place}; ${readReason(error, invalid)}`,
        );
      },
      !this.suggestsNames,
    );
  }
}

function writePath(path: readonly (string | number)[]): string {
  return path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
}

/** A scalar's message ends with the whole value. */
function readReason({ message }: GraphQLError, invalid: unknown): string {
  if (typeof invalid !== 'object' || invalid === null) return message;
  const start = message.search(/: [[{]/);
  return start < 0 ? message : `${message.slice(0, start)}: ${quoteValue(invalid)}`;
}
