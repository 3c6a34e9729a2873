import fc from 'fast-check';
import { foldText, foldWithMap, originalRange } from '../../../../src/lib/text/fold';
import { foldSpelling } from '../../../../src/lib/text/fold-code-points';
import { listSpellings } from '../../../support/arabic-spellings';

/** Letters, marks, ligatures, digits and invisible characters that meet in one cluster. */
const troublesome = Array.from(
  'اأإآٱىيیةهکكؤئءـلم\u064B\u0651\u0652\u0653\u0654\u0655\u0670\u06D6\u0301\u3099\u200B\u200D\u200F' +
    '\uFEFB\uFEF7\uFDFA\uFDF2\uFE76か\u1100\u1161\u11A8ㄱㅏﾊﾞ가क\u093F\u0E33ก\u0E48eEßΣςΐİı٣۳१7 .🇪🇬',
);
const troublesomeText = fc.string({ unit: fc.constantFrom(...troublesome), maxLength: 20 });
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), troublesomeText);
const arabicWord = fc.string({
  unit: fc.constantFrom(...Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآٱىةؤئء')),
  minLength: 1,
  maxLength: 12,
});

describe('foldText', () => {
  it.each([
    ['أحمد إلى آخر ٱلليل', 'احمد الي اخر الليل'],
    ['مدرسةٌ کبیرة', 'مدرسه كبيره'],
    ['مُحَـــمَّدٌ', 'محمد'],
    ['هٰذا', 'هذا'],
    ['ٱلرَّحْمَٰنِ ٱلرَّحِيمِ ۝ مَٰلِكِ', 'الرحمن الرحيم  ملك'],
    ['ﻻ ﷲ ﷺ', 'لا الله صلي الله عليه وسلم'],
    ['ﻣﺪﺭﺳﺔ', 'مدرسه'],
    ['ﻣﹶﺪ', 'مد'],
    ['٢٠٢٤ و۲۰۲۴ و２０２４ و२०२४', '2024 و2024 و2024 و2024'],
    ['مسؤول عن شيء في رئة', 'مسؤول عن شيء في رئه'],
    ['Élysée STRASSE straße Łódź Ærø', 'elysee strasse strasse lodz aero'],
    ['ΟΔΥΣΣΕΎΣ Οδυσσεύς', 'οδυσσευσ οδυσσευσ'],
    ['İstanbul ISPARTA ısparta', 'istanbul isparta isparta'],
    ['Ёлка', 'елка'],
    ['שָׁלוֹם', 'שלום'],
    ['हिन्दी किताब', 'हिन्दी किताब'],
    ['น้ำ', 'น้ํา'],
    ['ガラス ｶﾞﾗｽ', 'ガラス ガラス'],
    ['\u1112\u1161\u11ABㄱㅏ', '한가'],
    ['zero\u200Bwidth\uFEFF\u2066x\u2069', 'zerowidthx'],
    ['', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('folds its own result to itself', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
      }),
      { numRuns: 2000 },
    );
  });

  it('folds every assigned character to something that folds to itself', () => {
    for (let codePoint = 0; codePoint < 0x30000; codePoint += 1) {
      const folded = foldText(String.fromCodePoint(codePoint));
      if (foldText(folded) !== folded) throw new Error(`U+${codePoint.toString(16)}`);
    }
  });

  it('folds composed and decomposed text alike', () => {
    fc.assert(
      fc.property(troublesomeText, (text) => {
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text));
        expect(foldText(text.normalize('NFC'))).toBe(foldText(text));
      }),
    );
  });

  it('folds the five spellings of any Arabic word alike', () => {
    fc.assert(
      fc.property(arabicWord, (word) => {
        const folded = new Set(listSpellings(word).map(foldText));
        expect([...folded]).toEqual([foldText(word)]);
      }),
    );
  });

  it('ignores invisible characters wherever they stand', () => {
    const invisible = fc.constantFrom('\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u061C');
    fc.assert(
      fc.property(arabicWord, invisible, (word, character) => {
        expect(foldText(character + Array.from(word).join(character))).toBe(foldText(word));
      }),
    );
  });
});

describe('foldText on the letters of other keyboards', () => {
  it.each([
    ['ہے', 'هي'],
    ['کہا گھر پہاڑی', 'كها گهر پهاڑي'],
    ['عاہر عاھر عاەر', 'عاهر عاهر عاهر'],
    ['خانۀ خانهٔ خانۂ', 'خانه خانه خانه'],
    ['غبۍ غبے غبۓ', 'غبي غبي غبي'],
    ['ڪلب', 'كلب'],
    ['مدرسۃ', 'مدرسه'],
    ['احٺيال مجڻون', 'احتيال مجنون'],
    ['ﮨﮯ ﮐﮩﺎ ﮪ', 'هي كها ه'],
  ])('folds %s to %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it.each(Array.from('پچژگڤٹڈڑںڭۋۆۇ'))('keeps %s, which is a letter of its own', (letter) => {
    expect(foldText(letter)).toBe(letter);
  });

  it('knows one alef, yeh, heh and kaf, whatever alphabet they are of', () => {
    const variants = Array.from('أإآٱٲٳٵࢭىیۍێېے\u06D3ؠةھۀہۂۃەۿکڪ');
    expect([...new Set(variants.map(foldText))].sort()).toEqual(['ا', 'اء', 'ك', 'ه', 'ي']);
  });
});

describe('foldText on a row of marks', () => {
  it('folds 60,000 marks of a script that keeps them a piece at a time', () => {
    const text = `क${'\u093C\u094D'.repeat(30_000)}`;
    expect(foldText(text).length).toBeGreaterThan(0);
    expect(foldWithMap(text).folded).toBe(foldText(text));
  });
});

describe('foldSpelling', () => {
  it.each([
    ['مُحَـــمَّدٌ', 'محمد'],
    ['ﻣﺪﺭﺳﺔ', 'مدرسة'],
    ['إلحاد', 'إلحاد'],
    ['فأر', 'فأر'],
    ['إ\u200Bل\u200Fحاد', 'إلحاد'],
    ['ＩＤÍＯＴ', 'idiot'],
    ['کلب', 'کلب'],
    ['١٢', '12'],
  ])('takes from %s what makes no other word: %s', (text, folded) => {
    expect(foldSpelling(text)).toBe(folded);
  });
});

describe('foldWithMap', () => {
  it('folds like foldText', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldWithMap(text).folded).toBe(foldText(text));
      }),
    );
  });

  it('gives each folded unit a range of the original, in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { folded, starts, ends } = foldWithMap(text);
        expect(starts).toHaveLength(folded.length);
        expect(ends).toHaveLength(folded.length);
        for (let index = 0; index < folded.length; index += 1) {
          const [start = -1, end = -1] = [starts[index], ends[index]];
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeGreaterThanOrEqual(starts[index - 1] ?? 0);
          expect(end).toBeGreaterThanOrEqual(ends[index - 1] ?? 0);
        }
      }),
    );
  });

  it('leads back to the letters of the original with their marks', () => {
    const text = 'قال مُحَـــمَّدٌ: ﻻ';
    const folded = foldWithMap(text);
    expect(folded.folded).toBe('قال محمد: لا');
    const name = originalRange(folded, 4, 8);
    expect(text.slice(name.start, name.end)).toBe('مُحَـــمَّدٌ');
    const ligature = originalRange(folded, 11, 12);
    expect(text.slice(ligature.start, ligature.end)).toBe('ﻻ');
  });

  it('leads an empty range back to an empty range', () => {
    expect(originalRange(foldWithMap('أب'), 1, 1)).toEqual({ start: 1, end: 1 });
    expect(originalRange(foldWithMap(''), 0, 0)).toEqual({ start: 0, end: 0 });
  });
});
