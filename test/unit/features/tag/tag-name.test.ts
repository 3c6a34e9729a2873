import fc from 'fast-check';
import {
  foldPrefix,
  maxTagNameLength,
  readTagName,
  slugKeysOf,
} from '../../../../src/features/tag/tag-name';

const keyOf = (text: string) => {
  const name = readTagName(text);
  return typeof name === 'string' ? name : name.nameKey;
};

/** Ways to write a word that leave its letters as they are. */
const respell: readonly ((word: string) => string)[] = [
  (word) => Array.from(word, (letter) => `${letter}\u064E`).join(''),
  (word) => Array.from(word).join('\u0640'),
  (word) => Array.from(word, (letter) => `${letter}\u200C`).join(''),
  (word) => `\u2067${word}\u2069`,
  (word) => ` ${word}\u00A0`,
];

const word = fc.string({
  unit: fc.constantFrom(...Array.from('غزةكأسالعمدينهئؤءpnbaéß57')),
  minLength: 1,
  maxLength: 8,
});

describe('readTagName', () => {
  it('makes one tag of all spellings of a word', () => {
    fc.assert(
      fc.property(word, (text) => {
        for (const spell of respell) expect(keyOf(spell(text))).toBe(keyOf(text));
        expect(keyOf(text.toUpperCase())).toBe(keyOf(text));
        expect(keyOf(text.normalize('NFD'))).toBe(keyOf(text));
      }),
    );
  });

  it.each([
    ['غزّة', 'غزة'],
    ['غـــزة', 'غزة'],
    ['ﻏﺰﺓ', 'غزة'],
    ['COVID-19', 'covid-19'],
    ['كأس  العالم', 'كأس العالم'],
    ['Pokémon', 'pokemon'],
    ['٢٠٢٤', '2024'],
  ])('makes one tag of %s and %s', (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  it.each([
    ['غزة', 'غزه'],
    ['أحمد', 'احمد'],
    ['علي', 'على'],
    ['C++', 'C#'],
    ['كأس العالم', 'كأس-العالم'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  it('shows the name as it was written', () => {
    expect(readTagName('  غزّة  الآن ')).toMatchObject({ name: 'غزّة الآن', slug: 'غزة-الآن' });
  });

  it.each([
    ['', 'missing'],
    [' \u200B ', 'missing'],
    ['ا'.repeat(maxTagNameLength + 1), 'tooLong'],
    ['ا'.repeat(1_000_000), 'tooLong'],
    ['\uFDFA'.repeat(20), 'tooLong'],
    ['غز\u0007ة', 'unprintable'],
    ['غز\uD800ة', 'unprintable'],
    ['غزة\uE000', 'unprintable'],
    ['\u{10FFFF}غزة', 'unprintable'],
    [`غ${'\u064E'.repeat(40)}`, 'unprintable'],
    ['++ !', 'lettersMissing'],
    ['😀', 'lettersMissing'],
  ])('refuses %j: %s', (text, fault) => {
    expect(readTagName(text)).toBe(fault);
  });

  it('says something of any text, and takes its own names again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        const name = readTagName(text);
        if (typeof name === 'string') return;
        expect(name.slug).not.toBe('');
        expect(name.nameOrder.length).toBeLessThanOrEqual(200);
        expect(readTagName(name.name)).toEqual(name);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the beginning of a name', () => {
  it('is the beginning of the text that lists sort by', () => {
    expect(foldPrefix('أُحـ')).toBe('اح');
    const name = readTagName('أحمد');
    expect(typeof name !== 'string' && name.nameOrder.startsWith(foldPrefix('اح'))).toBe(true);
  });
});

describe('the keys of a slug', () => {
  it('are of two strengths', () => {
    expect(slugKeysOf('غزّة').slugKey).toBe(slugKeysOf('غزة').slugKey);
    expect(slugKeysOf('غزه').slugKey).not.toBe(slugKeysOf('غزة').slugKey);
    expect(slugKeysOf('غزه').foldKey).toBe(slugKeysOf('غزة').foldKey);
  });
});
