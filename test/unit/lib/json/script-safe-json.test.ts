import fc from 'fast-check';
import { writeScriptSafeJson } from '../../../../src/lib/json';

const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ...['</script>', '</ScRiPt ', '<!--', '-->', ']]>', '<script', '&', '&lt;', '\\u003c'],
        ...['\u2028', '\u2029', '"', '\\', '\ud800', 'غزة', '<', '>'],
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);

const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    texts,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(texts, tie('tree'), { maxKeys: 4 }),
  ),
}));

describe('writeScriptSafeJson', () => {
  it('writes what parses to the same value, and holds nothing that ends a script element', () => {
    fc.assert(
      fc.property(fc.array(tree), (value) => {
        const text = writeScriptSafeJson(value);
        expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(value));
        expect(text).not.toMatch(/[<>&\u2028\u2029]/);
      }),
    );
  });

  it('leaves everything else as it is', () => {
    expect(writeScriptSafeJson({ headline: '"غزة" 100%' })).toBe('{"headline":"\\"غزة\\" 100%"}');
  });
});
