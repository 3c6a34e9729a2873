import fc from 'fast-check';
import { numberSlug, slugMaxLength, slugify } from '../../../../src/lib/text';

const titles = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({
    unit: fc.constantFrom(
      ...Array.from('aIİiıΣσاأـةى \u0307\u0301\u064B\u0654\u0653\u200C\u200F’-ß½ﷺﻻ7٣。'),
    ),
    maxLength: 120,
  }),
);

describe('slugify', () => {
  it.each([
    ['بلينكن يلتقي نتنياهو: ماذا بعد؟', 'بلينكن-يلتقي-نتنياهو-ماذا-بعد'],
    ['مُحَمَّدٌ فــي “القاهرة”', 'محمد-في-القاهرة'],
    ['إلى أين؟ آخر التطوّرات', 'إلى-أين-آخر-التطورات'],
    ['٣ أسئلة عن 5 أسرى', '٣-أسئلة-عن-5-أسرى'],
    ['ﻻ ﺣﻞ', 'لا-حل'],
    ['می\u200Cشود', 'میشود'],
    ['Breaking: U.S. & Iran — talks/ceasefire!', 'breaking-u-s-iran-talks-ceasefire'],
    ['Don’t stop Qur\'an "reading"', 'dont-stop-quran-reading'],
    ['Événement à Zürich', 'événement-à-zürich'],
    ['İstanbul', 'istanbul'],
    ['हिन्दी समाचार', 'हिन्दी-समाचार'],
    ['北京 2024', '北京-2024'],
    ['  --  ', ''],
    ['🎉', ''],
  ])('makes %j into %j', (title, slug) => {
    expect(slugify(title)).toBe(slug);
  });

  it('lowers letters as the locale does', () => {
    expect(slugify('ISPARTA İLİ', 'tr')).toBe('ısparta-ili');
    expect(slugify('ISPARTA', 'en')).toBe('isparta');
  });

  it('keeps whole words up to its bound', () => {
    const slug = slugify('كلمة '.repeat(40));
    expect(slug).toMatch(/^(كلمة-)*كلمة$/u);
    expect(slug.length).toBeLessThanOrEqual(slugMaxLength);
    expect(slug.length).toBeGreaterThan(slugMaxLength - 6);
  });

  it('cuts a first word that is too long by itself', () => {
    expect(slugify(`${'ب'.repeat(200)} كلمة`)).toBe('ب'.repeat(slugMaxLength));
  });

  it.each(['und', 'ar', 'tr', 'lt'])('makes a slug of itself in %s, within its bound', (locale) => {
    fc.assert(
      fc.property(titles, (title) => {
        const slug = slugify(title, locale);
        expect(slugify(slug, locale)).toBe(slug);
        expect(slug.length).toBeLessThanOrEqual(slugMaxLength);
        expect(slug).toMatch(/^([\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*)?$/u);
      }),
      { numRuns: 500 },
    );
  });

  it('is empty only for a title without a visible letter or digit', () => {
    const invisible = /\p{Default_Ignorable_Code_Point}|\u0640/gu;
    fc.assert(
      fc.property(titles, (title) => {
        const seen = title.normalize('NFKC').replace(invisible, '');
        expect(slugify(title) !== '').toBe(/[\p{L}\p{N}]/u.test(seen));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('numberSlug', () => {
  it('leaves the first as it is, and numbers the others', () => {
    expect([1, 2, 10].map((number) => numberSlug('نشرة-الأخبار', number))).toEqual([
      'نشرة-الأخبار',
      'نشرة-الأخبار-2',
      'نشرة-الأخبار-10',
    ]);
  });

  it('makes slugs that make themselves, within the bound, different for each number', () => {
    fc.assert(
      fc.property(titles, fc.integer({ min: 2, max: 100_000 }), (title, number) => {
        const slug = slugify(title);
        fc.pre(slug !== '');
        const numbered = numberSlug(slug, number);
        expect(slugify(numbered)).toBe(numbered);
        expect(numbered.length).toBeLessThanOrEqual(slugMaxLength);
        expect(numbered.endsWith(`-${number}`)).toBe(true);
        expect(numberSlug(slug, number + 1)).not.toBe(numbered);
      }),
      { numRuns: 500 },
    );
  });

  it('cuts whole words to make room', () => {
    const slug = slugify('كلمة '.repeat(40));
    expect(numberSlug(slug, 12)).toMatch(/^(كلمة-)+12$/u);
  });
});
