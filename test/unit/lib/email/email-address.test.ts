import fc from 'fast-check';
import { readEmailAddress, toComparableEmail } from '../../../../src/lib/email';

describe('readEmailAddress', () => {
  it('reads of what it gives the same again', () => {
    const part = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(part, part, (local, label) => {
        const address = readEmailAddress(`${local}@${label}.example`);
        fc.pre(address !== null);
        expect(readEmailAddress(address)).toBe(address);
      }),
    );
  });

  it('never fails, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(() => [readEmailAddress(`${text}@${text}`), toComparableEmail(text)]).not.toThrow();
      }),
    );
  });
});

describe('toComparableEmail', () => {
  it.each([
    ['Reader@Example.ORG', 'reader@example.org'],
    [' reader@example.org\u200F', 'reader@example.org'],
    ['user@MÜNCHEN.de', 'user@xn--mnchen-3ya.de'],
    ['user@xn--MNCHEN-3ya.de', 'user@xn--mnchen-3ya.de'],
    ['user@مثال。إختبار', 'user@xn--mgbh0fb.xn--kgbechtv'],
    ['no address', 'no address'],
  ])('compares %j as %s', (sent, comparable) => {
    expect(toComparableEmail(sent)).toBe(comparable);
  });
});
