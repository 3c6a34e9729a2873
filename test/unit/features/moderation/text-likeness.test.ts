import {
  isSameText,
  likenessOf,
  toComparable,
} from '../../../../src/features/moderation/text-likeness';

const long = 'هذا تعليق طويل عن موضوع المقال يقول فيه القارئ رأيه بوضوح وبلا إساءة إلى أحد';
const compare = (one: string, other: string) => likenessOf(toComparable(one), toComparable(other));

describe('isSameText', () => {
  it.each([
    ['شكرًا لكم!', 'شكراا   لكم'],
    ['أحسنتم', 'احسنتم …'],
    ['Thank you.', 'THANK YOU'],
  ])('takes %s and %s for the same', (one, other) => {
    expect(isSameText(toComparable(one), toComparable(other))).toBe(true);
  });

  it('takes two texts without words for different ones', () => {
    expect(isSameText(toComparable('👍'), toComparable('👍'))).toBe(false);
  });
});

describe('likenessOf', () => {
  it('is 1 for the same words, and 0 for others', () => {
    expect(compare(long, long)).toBe(1);
    expect(compare(long, 'نص آخر لا يشبه النص الأول في شيء من كلماته')).toBe(0);
  });

  it('is high where one word of many differs', () => {
    expect(compare(long, `${long} أبدا`)).toBeGreaterThan(0.8);
  });

  it('is 0 for short texts, whose few words are shared by chance', () => {
    expect(compare('شكرا على هذا التقرير', 'شكرا على هذا التقرير')).toBe(0);
  });
});
