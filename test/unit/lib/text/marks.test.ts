import fc from 'fast-check';
import { slugify } from '../../../../src/lib/text';
import { hasTooManyMarks, isBlank, toNfc } from '../../../../src/lib/text/marks';
import { nameSkeleton } from '../../../../src/lib/text/skeleton';

describe('toNfc', () => {
  it('is NFC for every text without a row of more than thirty marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        fc.pre(!hasTooManyMarks(text));
        expect(toNfc(text)).toBe(text.normalize('NFC'));
      }),
    );
  });

  it('parts longer rows, so that none is left to be put in order', () => {
    const normalized = toNfc(`a${'\u0301\u0316'.repeat(50_000)}`);
    expect(/[\u0316\u0301]{31}/u.test(normalized)).toBe(false);
    expect(normalized.replaceAll('\u034F', '')).toHaveLength(100_000);
  });
});

describe('slugify and nameSkeleton', () => {
  it('take 200,000 marks in turn', () => {
    const text = `سوق a${'\u0301\u0316'.repeat(100_000)}`;
    expect(slugify(text)).toContain('سوق');
    expect(nameSkeleton(text)).not.toBe('');
  });
});

describe('isBlank', () => {
  it.each(['', ' ', '\u2800', '\u0301', '\u200B', '\u3164', '\u2068\u2069', '\u{1D159}'])(
    'sees nothing in %j',
    (text) => {
      expect(isBlank(text)).toBe(true);
    },
  );

  it.each(['ا', '.', 'ـ', '👍', '\uFFFD', '٣'])('sees something in %j', (text) => {
    expect(isBlank(text)).toBe(false);
  });
});
