import {
  type DocumentNode,
  type FieldNode,
  getArgumentValues,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { ErrorCode } from '../errors';
import type { VariableValues } from '../variables';
import { FieldCollector, TooManyFields } from './collected-fields';

/** An operation whose cost is asked for; its document is valid. */
export interface CostQuestion {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Coerced, as execution has them. */
  readonly variables: VariableValues;
}

/** What a field costs, by its arguments and what its rows cost; the `complexity` of its decorator. */
type Complexity = (facts: {
  readonly args: Readonly<Record<string, unknown>>;
  readonly childComplexity: number;
}) => number;

type AnyField = GraphQLField<unknown, unknown>;

/** What a field holds: once, and as often as it has rows. */
interface ChildCost {
  readonly once: number;
  readonly eachRow: number;
}

/** Selections looked at to compute a cost; fragments and types multiply them. */
const maxSelections = 10_000;
const costExceeded: ErrorCode = 'COST_LIMIT_EXCEEDED';
const nothing: ChildCost = { once: 0, eachRow: 0 };

/**
 * What an operation could return at most, counted on the fields that are executed: merged ones once.
 *
 * A field costs 1 and `__typename` nothing. What a page holds costs as often as the page is long,
 * as `complexity` of its field says; what stands beside its rows costs once. An object of several
 * possible types costs what the dearest of them does.
 * Errors: a GraphQLError where there is too much to count; `maxCost` is what its message names.
 */
export function computeCost(question: CostQuestion, maxCost: number): number {
  try {
    return new CostCounter(question).count();
  } catch (error) {
    if (!(error instanceof TooManyFields)) throw error;
    throw refuseCost(maxCost, `more than ${maxSelections} fields`);
  }
}

/** The error of an operation that costs more than `maxCost`. */
export function refuseCost(maxCost: number, found: string): GraphQLError {
  return new GraphQLError(
    `Cost limit of ${maxCost} exceeded, found ${found}. Ask for smaller pages with "first" or "last"`,
    { extensions: { code: costExceeded } },
  );
}

class CostCounter {
  private readonly collector: FieldCollector;

  constructor(private readonly question: CostQuestion) {
    const { schema, document, variables } = question;
    this.collector = new FieldCollector(schema, document, variables, maxSelections);
  }

  count(): number {
    const { schema, operation } = this.question;
    const type = schema.getRootType(operation.operation);
    if (type === undefined || type === null) return 0;
    return unlessRefused(() => sum(this.costOfObject(type, [operation.selectionSet], isRow)), 0);
  }

  private costOfField(field: AnyField, nodes: readonly FieldNode[]): number {
    const [first] = nodes;
    if (first === undefined || field === TypeNameMetaFieldDef) return 0;
    const { complexity } = field.extensions as { complexity?: Complexity | number };
    if (typeof complexity === 'number') return complexity;
    // A field whose arguments or selections cannot be used is answered with an error.
    return unlessRefused(() => {
      const args = getArgumentValues(field, first, this.collector.variables);
      const costs = this.listChildCosts(field, nodes).map(({ once, eachRow }) =>
        complexity === undefined
          ? 1 + once + eachRow
          : complexity({ args, childComplexity: eachRow }) + once,
      );
      return Math.max(...costs);
    }, 1);
  }

  /** For each type that the field's object may have; for a scalar nothing. */
  private listChildCosts(field: AnyField, nodes: readonly FieldNode[]): readonly ChildCost[] {
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return [nothing];
    const isList = isListType(getNullableType(field.type));
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return this.listPossibleTypes(type).map((possible) =>
      this.costOfObject(possible, sets, isList ? () => true : isRow),
    );
  }

  private costOfObject(
    type: GraphQLObjectType,
    sets: Parameters<FieldCollector['collect']>[1],
    isForEachRow: (field: AnyField) => boolean,
  ): ChildCost {
    let once = 0;
    let eachRow = 0;
    for (const nodes of this.collector.collect(type, sets).values()) {
      const field = this.findField(type, nodes);
      if (field === undefined) continue;
      const cost = this.costOfField(field, nodes);
      if (isForEachRow(field)) eachRow += cost;
      else once += cost;
    }
    return { once, eachRow };
  }

  private findField(type: GraphQLObjectType, [node]: readonly FieldNode[]): AnyField | undefined {
    if (node === undefined) return undefined;
    switch (node.name.value) {
      case TypeNameMetaFieldDef.name:
        return TypeNameMetaFieldDef;
      case SchemaMetaFieldDef.name:
        return SchemaMetaFieldDef;
      case TypeMetaFieldDef.name:
        return TypeMetaFieldDef;
      default:
        return type.getFields()[node.name.value];
    }
  }

  private listPossibleTypes(type: GraphQLNamedType): readonly GraphQLObjectType[] {
    if (isObjectType(type)) return [type];
    return isAbstractType(type) ? this.question.schema.getPossibleTypes(type) : [];
  }
}

/** A page's lists are its rows; `pageInfo` and `totalCount` stand beside them. */
function isRow({ type }: AnyField): boolean {
  return isListType(getNullableType(type));
}

function sum({ once, eachRow }: ChildCost): number {
  return once + eachRow;
}

function unlessRefused(compute: () => number, otherwise: number): number {
  try {
    return compute();
  } catch (error) {
    if (error instanceof GraphQLError) return otherwise;
    throw error;
  }
}
