import fc from 'fast-check';
import { decodeTexts } from '../../../../../src/features/media/metadata/decode-text';
import { encodeWindows1256 } from '../../../../support/made-pictures';

const decode = (...texts: readonly Uint8Array[]) => decodeTexts(texts);
const latin = (text: string) => Buffer.from(text, 'latin1');

describe('decoding texts whose encoding nothing states', () => {
  it.each([
    'شارع في غزّة، بعد القصف؟',
    'أ ف ب',
    'و',
    'پيشمرگه في چمچمال',
    'Hamra شارع الحمراء',
    'رويترز/Jane Roe',
    '© 2024 الأناضول',
  ])('reads %j in Windows-1256 and in UTF-8', (text) => {
    expect(decode(encodeWindows1256(text))).toEqual([text]);
    expect(decode(Buffer.from(text))).toEqual([text]);
  });

  it.each(['Märkte', 'À l\u00E9t\u00E9', 'Señor Núñez', 'Åse Øystein', '© 2024 AFP'])(
    'reads %j in Windows-1252',
    (text) => {
      expect(decode(latin(text))).toEqual([text]);
    },
  );

  it('decides about all texts of a file together', () => {
    const texts = ['شارع في غزة', 'Hamra ن'];
    expect(decode(...texts.map(encodeWindows1256))).toEqual(texts);
  });

  it('reads UTF-8 beside another encoding', () => {
    expect(decode(Buffer.from('شارع'), encodeWindows1256('في غزة'))).toEqual(['شارع', 'في غزة']);
  });

  it('reads any Arabic words in both', () => {
    const letters = Array.from('ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي');
    const word = fc.array(fc.constantFrom(...letters), { minLength: 2, maxLength: 9 });
    const text = fc
      .array(word, { minLength: 1, maxLength: 9 })
      .map((words) => words.map((one) => one.join('')).join(' '));
    fc.assert(
      fc.property(text, (arabic) => {
        expect(decode(encodeWindows1256(arabic), Buffer.from(arabic))).toEqual([arabic, arabic]);
      }),
    );
  });
});
