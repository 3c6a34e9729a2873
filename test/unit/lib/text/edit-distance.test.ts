import fc from 'fast-check';
import { editDistance } from '../../../../src/lib/text';

describe('editDistance', () => {
  it.each([
    ['كتاب', 'كتاب', 0],
    ['كتاب', 'كتب', 1],
    ['كتاب', 'كاتب', 1],
    ['', 'غزة', 3],
    ['kitten', 'sitting', 3],
  ])('counts the slips between %j and %j', (one, other, slips) => {
    expect(editDistance(one, other)).toBe(slips);
  });

  it('is the same both ways and never more than the longer length', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const slips = editDistance(one, other);
        expect(editDistance(other, one)).toBe(slips);
        expect(slips).toBeLessThanOrEqual(Math.max(one.length, other.length));
        expect(slips === 0).toBe(one === other);
      }),
    );
  });
});
