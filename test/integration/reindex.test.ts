import { type Row, selection } from '../../src/platform/database';
import { writeArticle } from '../support/builders';
import { runSql } from '../support/raw-database';
import { findSlugs, search } from '../support/search';
import { startApp, type TestApp } from '../support/start-app';

let service: TestApp;

beforeEach(async () => {
  service = await startApp({ environment: { RESPONSE_CACHE: 'false' } });
});

afterEach(() => service.stop());

const publish = (slug: string, title: string) =>
  writeArticle(service, {
    slug,
    title,
    sections: [{ heading: null, body: `${title} في نص المقال`, images: [] }],
  });

const publishMany = (count: number, word: string) =>
  Promise.all(Array.from({ length: count }, (_, at) => publish(`n-${at}`, `${word} ${at}`)));

const read = (columns: string, from: string): Promise<readonly Row[]> =>
  service.app.database.primary.select(
    selection('test.read', columns.split(' '), (list) => `SELECT ${list} FROM ${from}`),
  );

/** All that the index has counted; generations and places in the order of indexing left out. */
const readCounts = async () => ({
  terms: await read(
    't.term t.article_count t.word',
    'search_term t JOIN search_state s ON s.generation = t.generation ORDER BY t.term',
  ),
  trigrams: await read(
    'g.trigram g.term',
    `search_trigram g WHERE EXISTS (SELECT 1 FROM search_term t JOIN search_state s
      ON s.generation = t.generation WHERE t.term = g.term) ORDER BY g.trigram, g.term`,
  ),
  texts: await read(
    'd.article_id d.word_count t.words',
    'search_document d JOIN search_text t ON t.sequence = d.sequence ORDER BY d.article_id',
  ),
  state: await read('s.article_count s.word_count s.next_generation', 'search_state s'),
});

/** Forgets everything that the index holds, as in a database from before there was search. */
const emptyIndex = async () => {
  for (const table of ['search_document', 'search_text', 'search_term', 'search_trigram']) {
    await runSql(service.database, `DELETE FROM ${table}`);
  }
  await runSql(
    service.database,
    'UPDATE search_state SET last_sequence = 0, article_count = 0, word_count = 0',
  );
};

describe('reindex', () => {
  it('makes of the articles what their writes have made', async () => {
    for (let number = 0; number < 12; number += 1) {
      await publish(`river-${number}`, `نهر ${'عظيم '.repeat(number % 3)}${number}`);
    }
    await publish('river-3', 'بحيرة');
    const written = await readCounts();
    expect(await service.app.features.reindex.run()).toBe(12);
    expect(await readCounts()).toEqual(written);
  });

  it('takes articles in that are older than the index', async () => {
    await publish('old', 'نهر قديم');
    const written = await readCounts();
    await emptyIndex();
    const { reindex } = service.app.features;
    expect(await findSlugs(service, 'نهر')).toEqual([]);
    expect(await reindex.isNeeded()).toBe(true);
    await reindex.run();
    expect(await findSlugs(service, 'نهر')).toEqual(['old']);
    expect(await reindex.isNeeded()).toBe(false);
    expect(await readCounts()).toEqual(written);
  });

  it('repairs counts that are wrong, and forgets what is no article any more', async () => {
    const { article } = await publish('gone', 'نهر زائل');
    await publish('there', 'نهر باق');
    await runSql(service.database, `DELETE FROM article WHERE id = '${article.id}'`);
    await runSql(service.database, 'UPDATE search_term SET article_count = 77');
    expect(await service.app.features.reindex.run()).toBe(1);
    const counts = await readCounts();
    expect(counts.state).toEqual([[1, 7, null]]);
    expect(counts.terms.every(([, count]) => count === 1)).toBe(true);
    expect(await findSlugs(service, 'زائل ')).toEqual([]);
  });

  it('keeps searches and writes going, and ends with what was written meanwhile', async () => {
    await publishMany(250, 'جبل');
    const rebuilt = service.app.features.reindex.run();
    const state = { isOver: false };
    void rebuilt.then(() => (state.isOver = true));
    const seen: number[] = [];
    for (let number = 0; !state.isOver; number += 1) {
      await Promise.all([
        publish(`n-${number * 3}`, `جبل شاهق ${number}`),
        publish(`n-${249 - number * 3}`, `جبل أشم ${number}`),
        publish(`new-${number}`, 'جبل جديد'),
      ]);
      seen.push((await search(service, { query: 'جبل ', first: 0 })).totalCount);
    }
    const articleCount = await rebuilt;
    expect(seen.every((count, index) => count >= 250 + index + 1)).toBe(true);
    expect(articleCount).toBeGreaterThanOrEqual(250 + seen.length - 1);
    expect(seen.at(-1)).toBe(250 + seen.length);
    const concurrent = await readCounts();
    await service.app.features.reindex.run();
    expect(await readCounts()).toEqual(concurrent);
  });

  it('gives way to another rebuild that begins in the meantime', async () => {
    await publishMany(120, 'واد');
    const { reindex } = service.app.features;
    const runs = await Promise.allSettled([reindex.run(), reindex.run()]);
    const fulfilled = runs.filter(({ status }) => status === 'fulfilled');
    expect(fulfilled).toHaveLength(1);
    expect((await search(service, { query: 'واد ', first: 0 })).totalCount).toBe(120);
  });
});
