import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findLinks } from '../../../../src/features/moderation/links/find-links';
import { WordMatcher } from '../../../../src/features/moderation/words/word-matcher';

const root = join(__dirname, '../../../..');
const banned = `كلب حمار خنزير غبي أحمق حقير سافل وغد تافه قذر عاهر عاهرة عرة خول كافر إلحاد زنديق
  مرتد فأر جرذ بقرة حيوان نذل خسيس جبان لص نصاب احتيال منحرف شاذ فاسق فاجر خائن سب وسخ idiot ass shit
  bitch spic hell 口交 セックス`;
const matcher = new WordMatcher([...banned.trim().split(/\s+/u), 'ابن كلب', 'عديم الشرف']);

/** Paragraphs of an encyclopedia, questions about them, and the lines of a page of news. */
const texts = [
  ...listStrings(JSON.parse(read('test/fixtures/xquad-ar/sample.json'))),
  ...read('seeds/000_19c48d52f7a295b8.txt').split('\n'),
];

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function listStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object'
    ? Object.values(value).flatMap(listStrings)
    : [];
}

describe('texts that insult nobody', () => {
  it('hold no listed word for sure, and hardly any that may be one', () => {
    const found = texts.flatMap((text) => matcher.find(text));
    expect(texts.join('').length).toBeGreaterThan(10_000);
    expect(found.filter(({ certainty }) => certainty === 'word')).toEqual([]);
    expect(found.length).toBeLessThanOrEqual(2);
  });

  it('hold no link', () => {
    expect(texts.flatMap((text) => [...findLinks(text)])).toEqual([]);
  });
});
