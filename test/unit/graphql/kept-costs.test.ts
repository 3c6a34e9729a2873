import { parse, type OperationDefinitionNode } from 'graphql';
import { KeptCosts } from '../../../src/graphql/limits/kept-costs';

const operation = () => parse('{ __typename }').definitions[0] as OperationDefinitionNode;

/** How often the costs of an operation are computed for each of the given variables, asked in turn. */
const countComputations = (all: readonly Readonly<Record<string, unknown>>[]): number => {
  const costs = new KeptCosts();
  const asked = operation();
  let computations = 0;
  for (const variables of all) {
    costs.find(asked, variables, () => {
      computations += 1;
      return 1;
    });
  }
  return computations;
};

describe('the costs that are kept', () => {
  it('are one for all texts', () => {
    expect(countComputations([{ slug: 'a' }, { slug: 'b' }, { slug: 'x'.repeat(10_000) }])).toBe(1);
  });

  it.each([
    ['numbers', [{ n: 1 }, { n: 2 }]],
    ['flags', [{ a: true }, { a: false }]],
    ['absent and null', [{}, { n: null }]],
    ['names', [{ a: 1 }, { b: 1 }]],
    ['lengths of lists', [{ ids: ['a'] }, { ids: ['a', 'b'] }]],
    ['fields of inputs', [{ f: { n: 1 } }, { f: { n: 2 } }]],
    ['lists in lists', [{ l: [[1], []] }, { l: [[], [1]] }]],
  ])('are several for different %s', (_, variables) => {
    expect(countComputations([...variables, ...variables])).toBe(variables.length);
  });

  it('are not kept for variables of any size', () => {
    const large = { ids: Array.from({ length: 50_000 }, (_, number) => number) };
    expect(countComputations([large, large])).toBe(2);
  });

  it('are a hundred for an operation', () => {
    const sizes = Array.from({ length: 150 }, (_, n) => ({ n }));
    expect(countComputations([...sizes, ...sizes])).toBe(200);
  });

  it('belong to one operation', () => {
    const costs = new KeptCosts();
    const found = [1, 2].map((cost) => costs.find(operation(), {}, () => cost));
    expect(found).toEqual([1, 2]);
  });
});
