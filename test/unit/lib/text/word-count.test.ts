import fc from 'fast-check';
import { countWords } from '../../../../src/lib/text';

describe('countWords', () => {
  it.each([
    ['', 0],
    ['قالت الخارجية الأميركية', 3],
    ['منذ السابع من أكتوبر/تشرين الأول 2023', 6],
    ['شدد السيسي -خلال لقاء- على “الهدوء”', 6],
    ['حُمِّلَ الرَّجُلُ', 2],
    ['a well-known — and real — thing', 5],
    ['5 % of 1,000.50', 3],
    ['* * *', 0],
    ['北京', 1],
    ['会議', 1],
    ['iPhone在北京', 3],
  ])('counts %j as %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });

  it.each(['我们昨天去了北京', '東京で会議が開かれた', 'สวัสดีชาวโลก', 'ສະບາຍດີຊາວໂລກ'])(
    'finds the words inside %j, which has no spaces',
    (text) => {
      expect(countWords(text)).toBeGreaterThan(1);
      expect(countWords(text)).toBeLessThan(text.length);
    },
  );

  it('counts the same whatever the white space between words', () => {
    const word = fc.constantFrom('سلام', 'word', '12', '北京');
    const space = fc.constantFrom(' ', '  ', '\u00A0', '\n', '\t');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), space, (words, separator) => {
        expect(countWords(words.join(separator))).toBe(words.length);
      }),
    );
  });
});
