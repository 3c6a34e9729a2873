import fc from 'fast-check';
import {
  listFolded,
  type WordMatch,
  WordMatcher,
} from '../../../../../src/features/comment/moderation/words/word-matcher';
import { dodgingSpellingsOf } from '../../../../support/arabic-spellings';

const words = ['كلب', 'حمار', 'أحمق', 'مغفّل', 'رأس', 'لئيم', 'سفيه', 'وغد', 'ممل', 'الق'];

const find = (listed: string | readonly string[], text: string): WordMatch[] =>
  new WordMatcher(typeof listed === 'string' ? [listed] : listed).find(text);

const certaintyOf = (listed: string, text: string) => find(listed, text)[0]?.certainty ?? null;

const arabicWord = fc
  .string({
    unit: fc.constantFrom(...Array.from('ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآىةؤئء')),
    minLength: 2,
    maxLength: 10,
  })
  .filter((word) => listFolded(word).join('').length >= 2);

describe('WordMatcher, surely', () => {
  it.each(words)('finds %s in every spelling', (word) => {
    for (const [spelling, text] of Object.entries(dodgingSpellingsOf(word))) {
      expect([spelling, certaintyOf(word, `هذا ${text as string} هنا`)]).toEqual([
        spelling,
        'word',
      ]);
    }
  });

  it('finds any Arabic word in every spelling, on whichever side of the list it stands', () => {
    fc.assert(
      fc.property(arabicWord, fc.constantFrom(' ', '\n', '، ', '؟', ' "'), (word, gap) => {
        for (const text of Object.values(dodgingSpellingsOf(word)) as string[]) {
          const [match] = find(word, `قال${gap}${text}${gap}ثم مضى`);
          expect(match).toMatchObject({ word, certainty: 'word' });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds the spellings together: vowels, tatweel and repeated letters behind و and ال', () => {
    expect(certaintyOf('كلب', 'والكَـلـْـبُُ')).toBe('word');
    expect(certaintyOf('كلب', 'وووالكللللب')).toBe('word');
  });

  it('finds a word of another script, whatever its case and marks', () => {
    expect(certaintyOf('idiot', 'You ＩＤÍＯＴ!')).toBe('word');
    expect(certaintyOf('バカ', 'あなたはバカです')).toBe('word');
  });

  it('finds a phrase, with anything but letters between its words', () => {
    expect(certaintyOf('اخرج من هنا', 'قلت: أُخرُج، مِن هنااا!')).toBe('word');
    expect(certaintyOf('اخرج من هنا', 'اخرج من البيت')).toBeNull();
    expect(certaintyOf('اخرج من هنا', 'هنا من اخرج')).toBeNull();
  });

  it('names the place in the text as it was written', () => {
    const text = 'يا \u200Fوَالْكَـلْبِ\u200F أنت';
    const [match] = find('كلب', text);
    expect(text.slice(match?.start, match?.end)).toContain('وَالْكَـلْبِ');
    expect(text.slice(match?.start, match?.end).trim()).not.toContain(' ');
  });

  it('tells the first twenty places in the order of the text', () => {
    const matches = find(['كلب', 'حمار'], 'حمار كلب '.repeat(30));
    expect(matches).toHaveLength(20);
    expect(matches.map(({ start }) => start)).toEqual(
      matches.map(({ start }) => start).sort((one, other) => one - other),
    );
  });
});

describe('WordMatcher, perhaps', () => {
  it.each([
    ['كلب', 'بكلب'],
    ['كلب', 'للكلب'],
    ['كلب', 'كلبهم'],
    ['حمار', 'بالحمارين'],
    ['idiot', 'idiots'],
  ])('takes %s in %s for a form of it', (word, text) => {
    expect(certaintyOf(word, text)).toBe('stem');
  });

  it.each(['ك ل ب', 'ك.ل.ب', 'ك-ل-ب', 'ك * ل * ب'])('sees letters that stand apart: %s', (text) => {
    expect(certaintyOf('كلب', `يا ${text} أنت`)).toBe('stem');
  });
});

describe('WordMatcher, never', () => {
  it.each([
    ['كلب', 'كلبش المكلبة انكلب أكلبة تكالب'],
    ['حمار', 'احمرار حمارة'],
    ['قرد', 'قردوح انقرد'],
    ['لص', 'خلص خالص لصق ملصق'],
    ['ممل', 'مملكة عمل'],
    ['مل', 'عمل جميل'],
    ['ass', 'classic assassin pass grass'],
    ['cunt', 'Scunthorpe'],
  ])('takes %s for a part of: %s', (word, text) => {
    const sure = find(word, text).filter(({ certainty }) => certainty === 'word');
    expect(sure).toEqual([]);
  });

  it('takes a word with fewer letters than the listed one for a spelling of it', () => {
    expect(certaintyOf('ممنوع', 'منوع')).toBeNull();
  });

  it('surely finds a listed word that is only inside of a longer one', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...Array.from('تثجحخدذرزسشصضطظعغق')),
      minLength: 3,
      maxLength: 6,
    });
    fc.assert(
      fc.property(letters, letters, letters, (before, word, after) => {
        const sure = find(word, `${before}${word}${after} نص`).filter(
          ({ certainty }) => certainty === 'word',
        );
        expect(sure).toEqual([]);
      }),
    );
  });

  it('finds anything with an empty list, or in a text without letters', () => {
    expect(find([], 'أي نص')).toEqual([]);
    expect(find(words, '… 👍 ؟!')).toEqual([]);
  });
});
