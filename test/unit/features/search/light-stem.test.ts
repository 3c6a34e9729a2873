import fc from 'fast-check';
import { lightStem } from '../../../../src/features/search/analysis/light-stem';
import { foldText } from '../../../../src/lib/text';

describe('lightStem', () => {
  it.each([
    ['الكتاب', 'كتاب'],
    ['والكتاب', 'كتاب'],
    ['بالكتاب', 'كتاب'],
    ['كالكتاب', 'كتاب'],
    ['فالكتاب', 'كتاب'],
    ['للكتاب', 'كتاب'],
    ['وكتاب', 'كتاب'],
    ['كتابها', 'كتاب'],
    ['كتابان', 'كتاب'],
    ['كتابات', 'كتاب'],
    ['مهندسون', 'مهندس'],
    ['مهندسين', 'مهندس'],
    ['مدرسة', 'مدرس'],
    ['حكومية', 'حكوم'],
    ['حكومي', 'حكوم'],
    ['المفاوضات', 'مفاوض'],
    ['مفاوضاتها', 'مفاوض'],
  ])('stems %s to %s', (word, stem) => {
    expect(lightStem(foldText(word))).toBe(stem);
  });

  it.each(['وجد', 'الى', 'لله', 'يد', 'من', 'و', ''])('leaves %j long enough', (word) => {
    const folded = foldText(word);
    expect(lightStem(folded).length).toBeGreaterThanOrEqual(Math.min(2, folded.length));
  });

  it('takes one prefix at most', () => {
    expect(lightStem('والوالد')).toBe('والد');
  });

  it('gives a part of the word, two letters long at least', () => {
    const word = fc.string({
      unit: fc.constantFrom(...Array.from('الوبكفهنتيدرس')),
      minLength: 2,
      maxLength: 10,
    });
    fc.assert(
      fc.property(word, (letters) => {
        const stem = lightStem(letters);
        expect(letters).toContain(stem);
        expect(stem.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});
