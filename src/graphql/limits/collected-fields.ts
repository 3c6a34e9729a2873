import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getDirectiveValues,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  type InlineFragmentNode,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  typeFromAST,
} from 'graphql';
import type { VariableValues } from '../variables';

/** A document whose fields are too many to look at. */
export class TooManyFields extends Error {}

/**
 * Collects fields as execution does: those of one response name merged, directives applied, each
 * fragment once in a selection set.
 * Errors: TooManyFields after `maxSelections` have been looked at; a GraphQLError where a
 * directive's argument cannot be used, which execution would throw at the same place.
 * Source: GraphQL specification, 6.3.2, CollectFields.
 */
export class FieldCollector {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private selectionCount = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    readonly variables: VariableValues,
    private readonly maxSelections: number,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
      this.fragments.set(definition.name.value, definition);
    }
  }

  /** The fields of an object, by their response names. */
  collect(
    type: GraphQLObjectType,
    selectionSets: readonly SelectionSetNode[],
  ): ReadonlyMap<string, readonly FieldNode[]> {
    const fields = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    for (const selectionSet of selectionSets) this.add(type, selectionSet, fields, spread);
    return fields;
  }

  private add(
    type: GraphQLObjectType,
    { selections }: SelectionSetNode,
    fields: Map<string, FieldNode[]>,
    spread: Set<string>,
  ): void {
    for (const selection of selections) {
      this.selectionCount += 1;
      if (this.selectionCount > this.maxSelections) throw new TooManyFields();
      if (!this.isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const merged = fields.get(name);
        if (merged === undefined) fields.set(name, [selection]);
        else merged.push(selection);
        continue;
      }
      const fragment = this.findFragment(selection, spread);
      if (fragment !== undefined && this.applies(fragment, type)) {
        this.add(type, fragment.selectionSet, fields, spread);
      }
    }
  }

  private findFragment(selection: Exclude<SelectionNode, FieldNode>, spread: Set<string>) {
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
    const name = selection.name.value;
    if (spread.has(name)) return undefined;
    spread.add(name);
    return this.fragments.get(name);
  }

  private applies(
    { typeCondition }: FragmentDefinitionNode | InlineFragmentNode,
    type: GraphQLObjectType,
  ): boolean {
    if (typeCondition === undefined) return true;
    const condition = typeFromAST(this.schema, typeCondition);
    if (condition === type) return true;
    return isAbstractType(condition) && this.schema.isSubType(condition, type);
  }

  private isIncluded(selection: SelectionNode): boolean {
    if ((selection.directives?.length ?? 0) === 0) return true;
    const skip = getDirectiveValues(GraphQLSkipDirective, selection, this.variables);
    if (skip?.['if'] === true) return false;
    const include = getDirectiveValues(GraphQLIncludeDirective, selection, this.variables);
    return include?.['if'] !== false;
  }
}
