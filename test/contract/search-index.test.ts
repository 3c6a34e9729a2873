import 'reflect-metadata';
import { Article, type ArticleCriteria } from '../../src/features/article';
import { ArticleStatus } from '../../src/features/article/article-enums';
import { ArticleRepository } from '../../src/features/article/article.repository';
import { createSearchIndex } from '../../src/features/search/create-search-index';
import type { MatchExpression } from '../../src/features/search/ranking/match-expression';
import type { CandidateSearch, SearchIndex } from '../../src/features/search/search-index';
import { SearchRepository } from '../../src/features/search/search.repository';
import { openScratchDatabase, type ScratchDatabase } from '../support/open-scratch-database';

const now = new Date('2024-06-12T09:00:00.000Z');

let scratch: ScratchDatabase;
let index: SearchIndex;
let nextSequence = 100;

const idOf = (sequence: number) => `article_${String(sequence).padStart(26, '0')}`;

/** The rows of a published article that search knows by its sequence. */
async function addArticle(sequence: number, overrides: Partial<Article> = {}): Promise<void> {
  const at = new Date('2024-06-11T09:00:00.000Z');
  const article = Object.assign(new Article(), {
    ...{ id: idOf(sequence), slug: `slug-${sequence}`, slugKey: `slug-${sequence}`, locale: 'ar' },
    ...{ title: 'عنوان', summary: null, byline: null, storedStatus: 'PUBLISHED' as const },
    ...{ publishedAt: at, timelineAt: at, createdAt: at, updatedAt: at, version: 1 },
    ...{ wordCount: 1, readingTimeMinutes: 1, statedReadingTimeMinutes: null },
    ...{ commentsOpen: true, sourceKey: null, editingVersion: 1, newestVersion: 1 },
    ...{ editedAt: at, editedBy: null, isPublic: true, scheduledVersion: null },
    ...{ sourceDay: null, sourceHash: null },
    ...overrides,
  });
  const { dialect } = scratch.database;
  const document = {
    sequence,
    articleId: article.id,
    analyzer: 'ar' as const,
    generation: 1,
    isCounted: true,
  };
  await scratch.database.transaction(async (transaction) => {
    await new ArticleRepository(dialect).save(transaction, article);
    const documents = [{ ...document, wordCount: 1, words: '' }];
    await new SearchRepository(dialect).save(transaction, documents);
  });
}

const put = (sequence: number, title: string, rest: string) =>
  scratch.database.transaction((transaction) => {
    const termsOf = (text: string) => text.split(' ').filter(Boolean);
    return index.put(transaction, [{ sequence, title: termsOf(title), rest: termsOf(rest) }]);
  });

const any = (...terms: string[]): MatchExpression => ({ kind: 'any', terms, inTitle: false });
const inTitle = (...terms: string[]): MatchExpression => ({ kind: 'any', terms, inTitle: true });
const row = (...terms: string[]): MatchExpression => ({ kind: 'row', terms });

const published: ArticleCriteria = {
  ...{ statuses: [ArticleStatus.PUBLISHED], now },
  ...{ publishedAfter: null, publishedBefore: null, byline: null, locale: null },
};

const list = (
  lists: readonly (readonly [MatchExpression, number])[],
  overrides: Partial<CandidateSearch> & { listLength?: number } = {},
) =>
  index.list(scratch.database.primary, {
    plan: {
      lists: lists.map(([expression, weight]) => ({ expression, weight })),
      listLength: overrides.listLength ?? 100,
    },
    ...{ criteria: published, lastSequence: 1_000, limit: 100 },
    ...overrides,
  });

const find = async (expression: MatchExpression): Promise<number[]> =>
  (await list([[expression, 1]])).map(({ sequence }) => sequence);

beforeAll(async () => {
  scratch = await openScratchDatabase();
  index = createSearchIndex(scratch.database.dialect);
  for (const sequence of [1, 2, 3, 4]) await addArticle(sequence);
  await put(1, 'غزه', 'وقف اطلاق نار');
  await put(2, 'مصر', 'غزه اطلاق وقف');
  await put(3, 'غزه مصر', 'نار');
  await put(4, '', 'غزه');
});

afterAll(() => scratch.drop());

describe('SearchIndex.list', () => {
  it.each<[string, MatchExpression, number[]]>([
    ['one of the terms anywhere', any('مصر', 'نار'), [3, 2, 1]],
    ['a term of the title', inTitle('غزه'), [3, 1]],
    ['terms one directly after the other', row('وقف', 'اطلاق'), [1]],
    ['all of several', { kind: 'and', parts: [any('غزه'), any('نار')] }, [3, 1]],
    ['one of several', { kind: 'or', parts: [row('اطلاق', 'وقف'), inTitle('مصر')] }, [3, 2]],
    ['one without another', { kind: 'without', part: any('غزه'), excluded: any('مصر') }, [4, 1]],
    ['a term that nobody holds', any('لبنان'), []],
  ])('finds %s, the newest first', async (_, expression, sequences) => {
    expect(await find(expression)).toEqual(sequences);
  });

  it('gives each candidate its article, and the weights of the lists that it is on', async () => {
    const found = await list([
      [any('غزه'), 10],
      [inTitle('غزه'), 5],
      [any('مصر'), 7],
    ]);
    expect(found.map(({ sequence, coverage }) => [sequence, coverage])).toEqual([
      [3, 22],
      [2, 17],
      [1, 15],
      [4, 10],
    ]);
    expect(found.map(({ articleId }) => articleId)).toEqual([3, 2, 1, 4].map(idOf));
  });

  it('reads each list no further than its length', async () => {
    const found = await list(
      [
        [any('غزه'), 1],
        [any('وقف'), 1],
      ],
      { listLength: 1 },
    );
    expect(found.map(({ sequence }) => sequence)).toEqual([4, 2]);
  });

  it('lists no more than its limit, the best covered', async () => {
    const found = await list(
      [
        [any('غزه'), 1],
        [any('مصر'), 1],
      ],
      { limit: 2 },
    );
    expect(found.map(({ sequence }) => sequence)).toEqual([3, 2]);
  });

  it('sees nothing newer than the last sequence', async () => {
    const found = await list([[any('غزه'), 1]], { lastSequence: 2 });
    expect(found.map(({ sequence }) => sequence)).toEqual([2, 1]);
  });

  it('lists nothing where there are no lists', async () => {
    expect(await list([])).toEqual([]);
  });

  it('keeps to the criteria, and fills a list with what they let through', async () => {
    await addArticle(11, { storedStatus: 'DRAFT' });
    await addArticle(12, { timelineAt: new Date('2024-06-12T09:00:00.001Z') });
    await addArticle(13, { locale: 'en', byline: 'Sara' });
    await put(11, '', 'مسوده');
    await put(12, '', 'مسوده');
    await put(13, '', 'مسوده');
    const search = async (criteria: Partial<ArticleCriteria>) =>
      (
        await list([[any('مسوده'), 1]], { listLength: 1, criteria: { ...published, ...criteria } })
      ).map(({ sequence }) => sequence);
    expect(await search({})).toEqual([13]);
    expect(await search({ statuses: [ArticleStatus.DRAFT] })).toEqual([11]);
    expect(await search({ statuses: [ArticleStatus.SCHEDULED] })).toEqual([12]);
    expect(await search({ statuses: [ArticleStatus.DRAFT, ArticleStatus.SCHEDULED] })).toEqual([
      12,
    ]);
    expect(await search({ now: new Date('2024-06-13T00:00:00.000Z'), locale: 'ar' })).toEqual([12]);
    expect(await search({ locale: 'en', byline: 'Sara' })).toEqual([13]);
    expect(await search({ statuses: [] })).toEqual([]);
  });

  it.each([
    "o'clock",
    '"',
    '\\',
    'and',
    'AND',
    'NEAR',
    'x',
    'title',
    '1',
    'é',
    '中',
    "a'|b",
    '<->',
  ])('takes the term %j as it is', async (term) => {
    const sequence = nextSequence++;
    await addArticle(sequence);
    await scratch.database.transaction((transaction) =>
      index.put(transaction, [{ sequence, title: [term], rest: ['غيره', term] }]),
    );
    expect(await find(any(term))).toEqual([sequence]);
    expect(await find(inTitle(term))).toEqual([sequence]);
    expect(await find(row('غيره', term))).toEqual([sequence]);
    expect(await find(any(`${term}ا`))).toEqual([]);
  });
});

describe('SearchIndex.put', () => {
  it('puts an article in the place of what it was', async () => {
    await addArticle(20);
    await put(20, 'قديم', 'قديم جدا');
    await put(20, 'جديد', 'حديث');
    expect(await find(any('قديم', 'جدا'))).toEqual([]);
    expect(await find(inTitle('جديد'))).toEqual([20]);
    expect(await find(inTitle('حديث'))).toEqual([]);
  });

  it('takes an article without a word', async () => {
    await addArticle(21);
    await put(21, '', '');
    expect(await find(any('غزه'))).not.toContain(21);
  });

  it('is undone with the transaction', async () => {
    await addArticle(22);
    const undone = scratch.database.transaction(async (transaction) => {
      await index.put(transaction, [{ sequence: 22, title: ['زائل'], rest: [] }]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await find(any('زائل'))).toEqual([]);
  });
});

describe('SearchIndex.remove', () => {
  it('takes out what is in, and leaves alone what is not', async () => {
    await addArticle(30);
    await put(30, '', 'محذوف');
    await scratch.database.transaction((transaction) => index.remove(transaction, [30, 999]));
    expect(await find(any('محذوف'))).toEqual([]);
  });
});
