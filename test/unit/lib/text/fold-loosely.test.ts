import fc from 'fast-check';
import { foldText } from '../../../../src/lib/text/fold';
import {
  collapseRepeats,
  dropHamzas,
  foldWithMapWithoutHamzas,
  isStretchOf,
} from '../../../../src/lib/text/fold-loosely';
import { dodgingSpellingsOf } from '../../../support/arabic-spellings';

const arabicWord = fc.string({
  unit: fc.constantFrom(...Array.from('ابتجحدرسشعفقكلمنهويأإآىةؤئء\u064E\u0651')),
  minLength: 1,
  maxLength: 10,
});

describe('dropHamzas', () => {
  it.each([
    ['مسؤول', 'مسوول'],
    ['رئيس', 'رييس'],
    ['سماء', 'سما'],
    ['news', 'news'],
  ])('reduces %s to %s', (folded, reduced) => {
    expect(dropHamzas(folded)).toBe(reduced);
  });

  it.each([
    ['مسئول', 'مسؤول'],
    ['المسئولين', 'المسؤولين'],
    ['شئون', 'شؤون'],
    ['رءوس', 'رؤوس'],
    ['جاءوا', 'جاؤوا'],
    ['هيأة', 'هيئة'],
    ['والهيأة', 'والهيئة'],
    ['بيأة', 'بيئة'],
  ])('takes %s and %s for one word', (one, other) => {
    expect(dropHamzas(foldText(one))).toBe(dropHamzas(foldText(other)));
    expect(foldWithMapWithoutHamzas(one).folded).toBe(foldWithMapWithoutHamzas(other).folded);
  });

  it.each([
    ['سأل', 'سئل'],
    ['رئيس', 'رؤوس'],
    ['رئة', 'راه'],
    ['حياة', 'حيية'],
    ['نهائية', 'نهاية'],
    ['عيون', 'عوون'],
    ['بدء', 'بدو'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(dropHamzas(foldText(one))).not.toBe(dropHamzas(foldText(other)));
  });

  it.each([
    ['الرئوي', 'الريوي'],
    ['المئوية', 'الميوية'],
    ['نهائية', 'نهاييه'],
  ])('meets %s in %s, which has no other seat', (word, bare) => {
    expect(dropHamzas(foldText(bare))).toBe(dropHamzas(foldText(word)));
  });

  it('makes a word meet its spelling without any hamza, where its hamzas have one seat', () => {
    fc.assert(
      fc.property(arabicWord, (word) => {
        fc.pre(!/[ئء]\p{M}*و|[يى]\p{M}*ئ\p{M}*[ةه]/u.test(word));
        const bare = dodgingSpellingsOf(word).withoutAnyHamza;
        expect(dropHamzas(foldText(bare))).toBe(dropHamzas(foldText(word)));
      }),
    );
  });
});

describe('foldWithMapWithoutHamzas', () => {
  it('reduces like the fold and dropHamzas in turn', () => {
    fc.assert(
      fc.property(arabicWord, (word) => {
        const mapped = foldWithMapWithoutHamzas(word);
        expect(mapped.folded).toBe(dropHamzas(foldText(word)));
        expect(mapped.starts).toHaveLength(mapped.folded.length);
      }),
    );
  });

  it('counts a dropped hamza to the letter before it', () => {
    const { folded, ends } = foldWithMapWithoutHamzas('سماءٌ');
    expect(folded).toBe('سما');
    expect([...ends]).toEqual([1, 2, 5]);
  });

  it('counts a dropped hamza that begins a word to the letter after it', () => {
    const { folded, starts } = foldWithMapWithoutHamzas('في ءاية ء');
    expect(folded).toBe('في ايه ');
    expect([...starts]).toEqual([0, 1, 2, 3, 5, 6, 7]);
  });
});

describe('collapseRepeats', () => {
  it('leaves one of each row of a repeated letter', () => {
    expect(collapseRepeats('مبرووووك 1000')).toBe('مبروك 1000');
  });
});

describe('isStretchOf', () => {
  it.each([
    ['مبرووووك', 'مبروك', true],
    ['مبروك', 'مبروك', true],
    ['مبروك', 'مبرووك', false],
    ['ممنوع', 'منوع', true],
    ['منوع', 'ممنوع', false],
    ['مبروكات', 'مبروك', false],
    ['', '', true],
  ])('answers for %s and %s: %s', (candidate, word, expected) => {
    expect(isStretchOf(candidate, word)).toBe(expected);
  });

  it('knows every word with its letters repeated', () => {
    fc.assert(
      fc.property(arabicWord, (word) => {
        const stretched = dodgingSpellingsOf(word).withRepeatedLetters;
        expect(isStretchOf(foldText(stretched), foldText(word))).toBe(true);
      }),
    );
  });
});
