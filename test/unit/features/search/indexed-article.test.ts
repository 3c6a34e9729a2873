import 'reflect-metadata';
import { Article } from '../../../../src/features/article';
import { Image } from '../../../../src/features/image';
import { listTerms, toIndexedArticle } from '../../../../src/features/search/indexed-article';
import { Section } from '../../../../src/features/section';

const read = (title: string, paragraph = '', locale = 'ar') =>
  toIndexedArticle({
    article: Object.assign(new Article(), { id: 'article_1', locale, title, summary: null }),
    sections: [Object.assign(new Section(), { heading: null, paragraphs: [paragraph] })],
    images: [Object.assign(new Image(), { alt: 'بديل', caption: null })],
  });

describe('toIndexedArticle', () => {
  it('keeps the words of each part on a line of its own, folded, and counts them', () => {
    const { words, wordCount } = read('وقفُ الإطلاق', 'في غزّة');
    expect(words).toBe('وقف الاطلاق\n\n\n\nفي غزه');
    expect(wordCount).toBe(4);
  });

  it('keeps the title’s terms apart from the others', () => {
    const { title, rest } = read('الفلسطينيون', 'فلسطين');
    expect([title, rest]).toEqual([['فلسطين'], ['فلسطين']]);
  });

  it('knows the shortest word of each term, without what is written onto it or over it', () => {
    expect([...read('وفلسطين').spellings.values()]).toEqual(['فلسطين']);
    expect([...read('مُدرِّس').spellings.values()]).toEqual(['مدرس']);
    expect([...read('Running', '', 'en').spellings.values()]).toEqual(['Running']);
  });

  it('takes no row of letters for a word that is longer than any', () => {
    const { words, spellings } = read(`${'ا'.repeat(101)} خبر`);
    expect(words).toBe('خبر\n\n\n\n');
    expect(spellings.size).toBe(1);
  });
});

describe('listTerms', () => {
  it('finds in the words what they were indexed under', () => {
    const { words, analyzer, spellings } = read('أخبار الفلسطينيين', 'في المدينة\nوالقرية');
    expect(listTerms(words, analyzer)).toEqual(new Set(spellings.keys()));
  });

  it('finds nothing in an article without words', () => {
    expect(listTerms(read('').words, 'ar').size).toBe(0);
  });
});
