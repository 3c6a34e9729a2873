import fc from 'fast-check';
import { countGraphemes, truncateAtGrapheme } from '../../../../src/lib/text';

describe('countGraphemes', () => {
  it.each([
    ['', 0],
    ['hello', 5],
    ['a\r\nb', 3],
    ['مُحَمَّد', 4],
    ['cafe\u0301', 4],
    ['👩‍👩‍👧', 1],
    ['🇸🇾🇪🇬', 2],
    ['क्षि', 1],
  ])('counts %j as %i', (text, count) => {
    expect(countGraphemes(text)).toBe(count);
  });

  it('counts a body of the largest size at once', () => {
    expect(countGraphemes('👩‍👩‍👧م\u064B'.repeat(20_000))).toBe(40_000);
  });

  it('counts ASCII as the segmenter does', () => {
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(countGraphemes(text)).toBe([...segmenter.segment(text)].length);
      }),
    );
  });

  it('counts long texts as the segmenter does, characters longer than any window included', () => {
    const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
    const unit = fc.oneof(
      fc.constantFrom(
        'م',
        '\u064B',
        '👩‍👩‍👧',
        '🇪🇬',
        '🇸',
        ' ',
        '\r\n',
        'क्षि',
        '한',
        '\u{1E8D0}',
        '\uD83D',
      ),
      fc.constant('a' + '\u0301'.repeat(3000)),
    );
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 12 }), fc.nat(600), (units, times) => {
        const text = units.join('').repeat(times).slice(0, 8000);
        expect(countGraphemes(text)).toBe([...segmenter.segment(text)].length);
      }),
      { numRuns: 100 },
    );
  });
});

describe('truncateAtGrapheme', () => {
  it('keeps a text that is short enough', () => {
    expect(truncateAtGrapheme('مقال', 4)).toBe('مقال');
  });

  it('leaves a letter out rather than its marks', () => {
    expect(truncateAtGrapheme('abc\u0301\u0302', 4)).toBe('ab');
  });

  it('cuts a first character that is too long by itself, but no code point', () => {
    expect(truncateAtGrapheme('👩‍👩‍👧', 4)).toBe('👩\u200D');
  });

  it('gives a beginning of the text that is no longer than asked and is well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 12 }), (text, max) => {
        const cut = truncateAtGrapheme(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut).toBe(Buffer.from(cut).toString());
      }),
    );
  });
});
