import type { OperationDefinitionNode } from 'graphql';
import { countLetterRuns } from '../../lib/text';
import type { VariableValues } from '../variables';

/** Different sizes of pages for one operation; more are computed each time. */
const maxKeptCosts = 100;
/** Units: UTF-16 code units; the costs of larger keys are computed each time. */
const maxKeyLength = 200;

/**
 * Keeps the costs of operations, as long as their documents, for each set of what can change them.
 * Shape: an operation keeps at most 100 costs with keys of at most 200 characters.
 */
export class KeptCosts {
  private readonly byOperation = new WeakMap<OperationDefinitionNode, Map<string, number>>();

  /** The operation's cost for these coerced variables, computed where it is not kept. */
  find(
    operation: OperationDefinitionNode,
    variables: VariableValues,
    compute: () => number,
  ): number {
    const costs = this.byOperation.get(operation) ?? new Map<string, number>();
    this.byOperation.set(operation, costs);
    const key = writeCostKey(variables);
    if (key === null) return compute();
    const known = costs.get(key);
    if (known !== undefined) return known;
    const cost = compute();
    if (costs.size < maxKeptCosts) costs.set(key, cost);
    return cost;
  }
}

/**
 * What of the variables can change a cost: numbers, flags, the lengths of lists, and which are
 * there. Of a text only its number of words does, for a search.
 * Shape: null where that is too long to be kept.
 */
function writeCostKey(variables: VariableValues): string | null {
  let key = '';
  const write = (value: unknown): void => {
    if (key.length > maxKeyLength) return;
    if (typeof value === 'number' || typeof value === 'boolean') key += `${value},`;
    else if (value === null) key += 'null,';
    else if (Array.isArray(value)) {
      key += `${value.length}[`;
      for (const item of value.slice(0, maxKeyLength)) write(item);
      key += '],';
    } else if (typeof value === 'object') {
      key += '{';
      for (const [name, field] of Object.entries(value)) {
        key += `${name}:`;
        write(field);
      }
      key += '},';
    } else key += typeof value === 'string' ? `"${countLetterRuns(value)}",` : '"",';
  };
  write(variables);
  return key.length > maxKeyLength ? null : key;
}
