import { addComments } from '../support/add-comments';
import { codesOf } from '../support/ask';
import { buildComment, writeArticle } from '../support/builders';
import { post } from '../support/http';
import { startApp, type TestApp } from '../support/start-app';

const maxBytes = 20_000;
const slug = 'مقال';
const body = 'نص'.repeat(500);

let service: TestApp;
let articleId: string;

beforeAll(async () => {
  service = await startApp({ environment: { MAX_ANSWER_BYTES: String(maxBytes) } });
  articleId = (await writeArticle(service, { slug })).article.id;
  await addComments(service, articleId, 5, { body });
});

afterAll(() => service.stop());

const read = (first: number) => {
  const query = `query ($slug: String!, $first: Int) { article(slug: $slug) { comments(first: $first) { nodes { body } } } }`;
  return post(service, { query, variables: { slug, first } });
};

describe('an answer', () => {
  it('may have MAX_ANSWER_BYTES bytes, counted as it is sent', async () => {
    const answer = await read(5);
    expect([answer.status, answer.errors]).toEqual([200, []]);
    expect(Buffer.byteLength(answer.text)).toBeGreaterThan(maxBytes / 2);
    expect(Buffer.byteLength(answer.text)).toBeLessThanOrEqual(maxBytes);
  });

  it('that is larger is refused, and is not kept', async () => {
    const aliases = Array.from({ length: 3 }, (_, n) => `a${n}: comments { nodes { body } }`);
    const query = `query ($slug: String!) { article(slug: $slug) { ${aliases.join(' ')} } }`;
    for (let turn = 0; turn < 3; turn += 1) {
      const answer = await post(service, { query, variables: { slug } });
      expect([answer.status, codesOf(answer)]).toEqual([400, ['ANSWER_TOO_LARGE']]);
      expect(answer.errors[0]?.message).toContain(`${maxBytes} bytes`);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(answer.text).not.toContain('نص');
    }
  });

  it('of a mutation is bounded too, and says that it was executed', async () => {
    const fields = Array.from({ length: 25 }, (_, n) => `b${n}: body`).join(' ');
    const query = `mutation ($i: AddCommentInput!) { addComment(input: $i) { comment { ${fields} } } }`;
    const variables = { i: buildComment(articleId, { body: `${body}.` }) };
    const answer = await post(service, { query, variables });
    expect(codesOf(answer)).toEqual(['ANSWER_TOO_LARGE']);
    expect(answer.errors[0]?.message).toContain('A mutation has been executed');
    const counted = await post(service, {
      query: `{ node(id: "${articleId}") { ... on Article { commentCount } } }`,
    });
    expect(counted.text).toContain('"commentCount":6');
  });
});
