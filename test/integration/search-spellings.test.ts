import sample from '../fixtures/xquad-ar/sample.json';
import { listSpellings } from '../support/arabic-spellings';
import { writeArticle } from '../support/builders';
import { search } from '../support/search';
import { startApp, type TestApp } from '../support/start-app';

let service: TestApp;

beforeAll(async () => {
  service = await startApp({ environment: { RESPONSE_CACHE: 'false' } });
  for (const [index, { title, paragraph }] of sample.entries()) {
    await writeArticle(service, {
      slug: `paragraph-${index}`,
      title,
      sections: [{ heading: null, body: paragraph, images: [] }],
    });
  }
});

afterAll(() => service.stop());

const questions = sample.flatMap(({ questions: asked }, index) =>
  asked.map((question) => [question, `paragraph-${index}`] as const),
);

describe('searchArticles, for a question in five spellings', () => {
  it.each(questions)('finds the same list, scores included, for %j', async (question, slug) => {
    const pages = await Promise.all(
      listSpellings(question).map((query) => search(service, { query, first: 10 })),
    );
    const lists = pages.map(({ edges, totalCount }) => [
      edges.map(({ node, score }) => [node.slug, score]),
      totalCount,
    ]);
    for (const list of lists) expect(list).toEqual(lists[0]);
    expect(pages[0]?.nodes.map((node) => node.slug)).toContain(slug);
  });
});
