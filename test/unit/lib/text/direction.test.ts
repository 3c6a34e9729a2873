import { directionOf } from '../../../../src/lib/text';

describe('directionOf', () => {
  it.each([
    'ar',
    'ar-EG',
    'fa',
    'ur',
    'he',
    'yi',
    'ps',
    'ckb',
    'ug',
    'sd',
    'dv',
    'syr',
    'nqo',
    'ff-Adlm',
    'ku-Arab',
    'pa-PK',
    'rhg',
  ])('runs %s from right to left', (locale) => {
    expect(directionOf(locale)).toBe('RTL');
  });

  it.each([
    'en',
    'fr-CA',
    'tr',
    'ku',
    'zh-Hant',
    'ja',
    'ru',
    'hi',
    'ar-Latn',
    'uz',
    'ff',
    'und',
    'qaa',
  ])('runs %s from left to right', (locale) => {
    expect(directionOf(locale)).toBe('LTR');
  });

  it('refuses what is no language tag', () => {
    expect(() => directionOf('not a locale')).toThrow(RangeError);
  });
});
