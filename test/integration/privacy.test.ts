import { AddCommentDocument, ArticlePageDocument } from '../../examples/generated/operations';
import { buildComment, writeArticle } from '../support/builders';
import { get, jsonHeaders, post, request } from '../support/http';
import { runSql } from '../support/raw-database';
import { startApp, type TestApp } from '../support/start-app';

/** Sent in every place where a caller could put an address; nowhere may it come back. */
const secret = 'secret.reader+tag@private.example';
const parts = ['secret.reader', 'private.example'];

let service: TestApp;
let answers: string[];

const addCommentText =
  'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } userErrors { code field message } } }';

const sendMutation = (input: object, extra: object = {}) =>
  post(service, { query: addCommentText, variables: { input }, ...extra });

/** Everything that a caller can do with an address, right and wrong. */
const runAll = async (): Promise<string[]> => {
  const { article } = await writeArticle(service);
  const input = buildComment(article.id, { authorEmail: secret });
  const keyed = { ...input, idempotencyKey: 'one-key' };
  const closed = await writeArticle(service);
  await runSql(
    service.database,
    `UPDATE article SET comments_open = false WHERE id = '${closed.article.id}'`,
  );
  const inline = (text: string) => post(service, { query: text });
  const sent = [
    await sendMutation(input),
    await sendMutation(keyed),
    await sendMutation(keyed),
    await sendMutation({ ...keyed, body: 'نص آخر' }),
    await sendMutation({ ...input, authorName: '', body: '' }),
    await sendMutation({ ...input, authorEmail: `${secret}@twice` }),
    await sendMutation({ ...input, authorEmail: [secret] }),
    await sendMutation({ ...input, authorEmail: { address: secret } }),
    await sendMutation({ ...input, [secret]: true }),
    await sendMutation({ ...input, articleId: secret }),
    await sendMutation({ ...input, parentId: secret }),
    await sendMutation({ ...input, articleId: closed.article.id }),
    await sendMutation(input, { operationName: secret }),
    await sendMutation(input, {
      extensions: { persistedQuery: { version: 1, sha256Hash: secret } },
    }),
    await post(service, { documentId: secret }),
    await inline(`mutation { addComment(input: { authorEmail: "${secret}" }) { comment { id } } }`),
    await inline(`mutation { addComment(input: { authorEmail: "${secret}" `),
    await inline(`{ articles(first: "${secret}") { nodes { id } } }`),
    await inline(`{ articles(after: "${secret}") { nodes { id } } }`),
    await inline(`{ articles(filter: { byline: "${secret}" }) { nodes { id } } }`),
    await inline(`{ articles(filter: { publishedAfter: "${secret}" }) { nodes { id } } }`),
    await inline(`{ articles(filter: { locale: "${secret}" }) { nodes { id } } }`),
    await inline(`{ node(id: "${secret}") { id } article(slug: "${secret}") { id } }`),
    await inline(`# ${secret}\n{ nothing }`),
    await get(service, { query: '{ __typename }', variables: `{"a":"${secret}"` }),
    await get(service, { query: '{ __typename }', email: secret }),
    await request(service, `/${secret}`),
    await request(service, `/${encodeURIComponent(secret)}?email=${secret}`),
    await request(service, '/graphql', { method: 'PUT', headers: { from: secret } }),
    await request(service, '/graphql', { method: 'POST', headers: jsonHeaders, body: secret }),
    await post(service, { query: '{ nothing }' }, { 'accept-language': secret, referer: secret }),
    await post(service, { query: '{ __typename }' }, { authorization: `Bearer ${secret}` }),
    await request(service, '/graphql', { headers: { accept: 'text/html' } }),
  ];
  const page = await service.send(ArticlePageDocument, { slug: article.slug });
  // From here on everything fails in the database, with the address among its parameters.
  await runSql(service.database, 'ALTER TABLE comment RENAME TO comment_away');
  const failed = await service.send(AddCommentDocument, { input });
  expect(failed.status).toBe(500);
  return [...sent.map(({ text }) => text), JSON.stringify([page, failed])];
};

beforeAll(async () => {
  service = await startApp({ environment: { LOG_LEVEL: 'trace' } });
  answers = await runAll();
});

afterAll(() => service.stop());

describe('an e-mail address that a reader sends', () => {
  it('comes back in no answer, whatever the answer is about', () => {
    const leaks = answers.filter((text) => parts.some((part) => text.includes(part)));
    expect(leaks).toEqual([]);
  });

  it('stands in no line of the log, at any level', () => {
    expect(service.log.length).toBeGreaterThan(answers.length);
    const leaks = service.log.filter((line) => parts.some((part) => line.includes(part)));
    expect(leaks).toEqual([]);
  });
});
