import fc from 'fast-check';
import { listFolded } from '../../../../src/features/moderation/words/listed-word';
import {
  type WordMatch,
  WordMatcher,
} from '../../../../src/features/moderation/words/word-matcher';
import { dodgingSpellingsOf } from '../../../support/arabic-spellings';

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

/** The spellings in which a word is as it is listed; in the others it may be another. */
const sureSpellings = [
  ...['asWritten', 'withTatweel', 'vocalised', 'inPresentationForms', 'withZeroWidthInside'],
  ...['withRightToLeftMarkInside', 'withRepeatedLetters', 'withArticle'],
];

describe('WordMatcher, surely', () => {
  it.each(words)('finds %s in every spelling, surely where it is as listed', (word) => {
    for (const [spelling, text] of Object.entries(dodgingSpellingsOf(word))) {
      const certainty = certaintyOf(word, `هذا ${text as string} هنا`);
      const isSure = sureSpellings.includes(spelling) || text === word;
      expect([spelling, certainty]).toEqual([spelling, isSure ? 'word' : 'stem']);
    }
  });

  it('finds any Arabic word in every spelling, on whichever side of the list it stands', () => {
    fc.assert(
      fc.property(arabicWord, fc.constantFrom(' ', '\n', '، ', '؟', ' "'), (word, gap) => {
        for (const [spelling, text] of Object.entries(dodgingSpellingsOf(word))) {
          const before = `قال${gap}`;
          const spelled = text as string;
          // The words beside it may be spellings of the drawn one as well.
          const match = find(word, `${before}${spelled}${gap}ثم مضى`).find(
            ({ start, end }) => start < before.length + spelled.length && end > before.length,
          );
          expect(match).toMatchObject({ word });
          if (sureSpellings.includes(spelling)) expect(match?.certainty).toBe('word');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('finds the spellings together: vowels, tatweel and repeated letters behind ال', () => {
    expect(certaintyOf('كلب', 'الكَـلـْـبُُ')).toBe('word');
    expect(certaintyOf('كلب', 'الكللللب')).toBe('word');
  });

  it('finds a word of another script, whatever its case and marks', () => {
    expect(certaintyOf('idiot', 'You ＩＤÍＯＴ!')).toBe('word');
    expect(certaintyOf('バカ', 'バカ！')).toBe('word');
  });

  it('finds a phrase, with anything but letters between its words', () => {
    expect(certaintyOf('اخرج من هنا', 'قلت: اُخرُج، مِن هنااا!')).toBe('word');
    expect(certaintyOf('اخرج من هنا', 'اخرج من البيت')).toBeNull();
    expect(certaintyOf('اخرج من هنا', 'هنا من اخرج')).toBeNull();
  });

  it.each([
    ['ابن كلب', 'يا ابن الكلب'],
    ['ابن كلب', 'الابن الكلب'],
    ['عديم الشرف', 'عديم الشَّرف'],
  ])('finds the phrase %s with ال on any of its words: %s', (phrase, text) => {
    expect(certaintyOf(phrase, text)).toBe('word');
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
    ['عرة', 'طرق جبلية وعرة'],
    ['فأر', 'تقنية الفار'],
    ['إلحاد', 'الركود الحاد'],
    ['مسؤول', 'مسئول'],
    ['شؤون', 'شئون'],
    ['هيئة', 'الهيأة'],
    ['غبية', 'غبيه'],
    ['قحبة', 'قحبتك'],
    ['عديم الشرف', 'عديمو الشرف'],
    ['son of a bitch', 'son of the bitch'],
    ['كلب', 'ياكلب'],
    ['كلب', 'كللب'],
    ['口交', '24口交换机坏了'],
    ['做爱', '这个活动叫做爱心行动'],
    ['セックス', 'サセックス公爵が来日した'],
    ['バカ', 'あなたはバカです'],
    ['바보', '바보야'],
    ['操你', '操 你'],
    ['عاهر', 'عاہر'],
    ['عاهر', 'عاەر'],
    ['غبي', 'غبۍ'],
    ['كلب', 'ڪلب'],
    ['كلب', 'گلب'],
    ['احتيال', 'احٺيال'],
    ['مجنون', 'مجڻون'],
    ['احتيال', 'اٴحتيال'],
  ])('takes %s in %s for a form of it', (word, text) => {
    expect(certaintyOf(word, text)).toBe('stem');
  });

  it.each([
    'idiоt',
    'іdіоt',
    'ιdiοt',
    'ɪᴅɪᴏᴛ',
    '🅸🅳🅸🅾🆃',
    '🇮🇩🇮🇴🇹',
    '1d10t',
    'idi0t',
    "idi'ot",
    'idi’ot',
    'id-iot',
    'id/iot',
    'i.d.i.o.t',
    'i\nd\ni\no\nt',
    'id\u2800iot',
    'id\u00A0iot',
    'id👍iot',
    'i👨‍👩‍👧‍👦d👨‍👩‍👧‍👦i👨‍👩‍👧‍👦o👨‍👩‍👧‍👦t',
  ])('sees idiot in %s', (text) => {
    expect(certaintyOf('idiot', `you ${text}`)).toBe('stem');
  });

  it('sees a word in which a space was put', () => {
    expect(certaintyOf('احتيال', 'هذا احت يال واضح')).toBe('stem');
    expect(certaintyOf('منحرف', 'كلمة من حرف واحد')).toBeNull();
  });

  it('finds the place of a word in letters that look alike', () => {
    const text = 'you 🅸🅳🅸🅾🆃 you';
    const [match] = find('idiot', text);
    expect(text.slice(match?.start, match?.end)).toBe('🅸🅳🅸🅾🆃');
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

  it.each([
    ['cop', 'Этот сор нужно убрать с дороги'],
    ['ass', 'class assessment B2B G20 covid-19 mp3'],
    ['shit', 'push it, wish it'],
    ['كلب', 'كل بيت، وكل باب، ثقلب'],
    ['سب', 'السبب في ذلك سببان'],
    ['كس', 'كسر، كأس، نيكاراغوا، عكس'],
  ])('takes nothing for %s in innocent words: %s', (word, text) => {
    expect(find(word, text)).toEqual([]);
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
