import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { addTypenameToDocument } from '@apollo/client/utilities';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse, print, stripIgnoredCharacters } from 'graphql';
import { codesOf } from '../support/ask';
import { writeArticle } from '../support/builders';
import { get, type HttpAnswer, post, request } from '../support/http';
import { startApp, type TestApp } from '../support/start-app';

const slug = 'مقال';
const variables = { slug };
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const titleOf = ({ text }: HttpAnswer) =>
  (JSON.parse(text) as { data?: { article: { title: string } | null } }).data?.article?.title;

let service: TestApp;
let document: string;

beforeAll(async () => {
  const file = join(__dirname, '..', '..', 'schema', 'operations', 'ArticleBody.graphql');
  document = await readFile(file, 'utf8');
});

const start = async (environment: Readonly<Record<string, string>> = {}) => {
  service = await startApp({ environment });
  await writeArticle(service, { slug, title: 'العنوان' });
};

afterEach(() => service.stop());

describe('a documentId', () => {
  beforeEach(() => start());

  it('is an operation’s name or the hash of its file, by GET and by POST', async () => {
    for (const documentId of ['ArticleBody', `sha256:${sha256(document)}`]) {
      expect(titleOf(await get(service, { documentId, variables }, {}))).toBe('العنوان');
      expect(titleOf(await post(service, { documentId, variables }))).toBe('العنوان');
    }
  });

  it('is the hash of the document as clients print it, with __typename and without', async () => {
    const typed = addTypenameToDocument(parse(document));
    for (const text of [print(parse(document)), print(typed)]) {
      const answer = await post(service, { documentId: `sha256:${sha256(text)}`, variables });
      expect(titleOf(answer)).toBe('العنوان');
      expect(answer.text.includes('"__typename":"Article"')).toBe(text.includes('__typename'));
    }
  });

  it.each(['sha256', 'sha1', 'md5'])(
    'is its %s, as code generators and Relay compute it, with the algorithm or without',
    async (algorithm) => {
      const hash = createHash(algorithm)
        .update(print(parse(document)))
        .digest('hex');
      for (const documentId of [hash, `${algorithm}:${hash}`]) {
        expect(titleOf(await post(service, { documentId, variables }))).toBe('العنوان');
      }
    },
  );

  it('or its hash as a persisted query needs no text, by GET and by POST', async () => {
    const sha256Hash = sha256(print(parse(document)));
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    expect(titleOf(await post(service, { extensions, variables }))).toBe('العنوان');
    expect(titleOf(await get(service, { extensions, variables }, {}))).toBe('العنوان');
  });

  it('needs no preflight by GET, and is answered from the cache', async () => {
    const read = () => get(service, { documentId: 'ArticleBody', variables }, {});
    await read();
    service.statements.length = 0;
    expect([(await read()).status, service.statements]).toEqual([200, []]);
  });

  it('that nobody knows is an error with its code, and is not kept', async () => {
    const answer = await get(service, { documentId: 'Nothing', variables }, {});
    expect(codesOf(answer)).toEqual(['DOCUMENT_NOT_FOUND']);
    expect(answer.headers.get('cache-control')).not.toMatch(/public/);
  });

  it('of a mutation is refused by GET', async () => {
    const answer = await get(service, { documentId: 'AddComment', variables: {} }, {});
    expect(answer.status).toBe(405);
    expect(answer.headers.get('etag')).toBeNull();
  });
});

describe('an automatic persisted query by GET', () => {
  const query = 'query ($slug: String!) { article(slug: $slug) { title } }';
  const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(query) } };

  it('is asked for by its hash once it was sent, and then kept', async () => {
    await start();
    const readByHash = () => get(service, { extensions, variables });
    expect(codesOf(await readByHash())).toEqual(['PERSISTED_QUERY_NOT_FOUND']);
    expect(titleOf(await get(service, { extensions, variables, query }))).toBe('العنوان');
    const first = await readByHash();
    service.statements.length = 0;
    const second = await readByHash();
    expect([titleOf(first), titleOf(second)]).toEqual(['العنوان', 'العنوان']);
    expect(service.statements).toEqual([]);
    expect(second.headers.get('cache-control')).toMatch(/^public/);
  });
});

describe('ONLY_TRUSTED_DOCUMENTS', () => {
  const untrusted = 'query ($slug: String!) { article(slug: $slug) { title } }';

  beforeEach(() => start({ ONLY_TRUSTED_DOCUMENTS: 'true' }));

  it('executes the trusted documents by id and by text, however that is laid out', async () => {
    const texts = [document, print(parse(document)), stripIgnoredCharacters(document)];
    for (const query of texts) {
      expect(titleOf(await post(service, { query, variables }))).toBe('العنوان');
      expect(titleOf(await get(service, { query, variables }))).toBe('العنوان');
    }
    expect(titleOf(await get(service, { documentId: 'ArticleBody', variables }))).toBe('العنوان');
  });

  it('takes documents to which a client has added __typename', async () => {
    const query = print(addTypenameToDocument(parse(document)));
    expect(titleOf(await post(service, { query, variables }))).toBe('العنوان');
  });

  it('executes a persisted query of a trusted document, and tells links of any other to stop', async () => {
    const persisted = (text: string) => ({
      extensions: { persistedQuery: { version: 1, sha256Hash: sha256(text) } },
      variables,
    });
    for (const text of [document, print(parse(document))]) {
      expect(titleOf(await get(service, persisted(text), {}))).toBe('العنوان');
      expect(titleOf(await post(service, persisted(text)))).toBe('العنوان');
      expect(titleOf(await post(service, { query: '', ...persisted(text) }))).toBe('العنوان');
    }
    for (const send of [get, post]) {
      const answer = await send(service, persisted(untrusted));
      expect([answer.status, answer.errors]).toEqual([
        200,
        [
          {
            message: 'PersistedQueryNotSupported',
            extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' },
          },
        ],
      ]);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
    }
  });

  it.each([false, true])(
    'works with Apollo Client’s persisted queries, by GET: %s',
    async (byGet) => {
      const sent: string[] = [];
      const client = new ApolloClient({
        cache: new InMemoryCache(),
        defaultOptions: { query: { fetchPolicy: 'no-cache' } },
        link: new PersistedQueryLink({ sha256, useGETForHashedQueries: byGet }).concat(
          new HttpLink({
            uri: service.url,
            fetch: (input, init) => {
              sent.push(JSON.stringify([init?.method, init?.body]));
              return fetch(input, init);
            },
          }),
        ),
      });
      const query: TypedDocumentNode<{ article: { title: string } }> = parse(document);
      const trusted = await client.query({ query, variables });
      expect(trusted.data?.article.title).toBe('العنوان');
      expect(sent).toHaveLength(1);
      await expect(client.query({ query: parse(untrusted), variables })).rejects.toThrow(
        /schema\/operations/,
      );
      // The text itself was sent after the hash, and no hash any more since.
      expect(sent).toHaveLength(3);
      expect(sent[2]).not.toContain('persistedQuery');
      client.stop();
    },
  );

  it('refuses every other text, by every way in', async () => {
    const persistedQuery = { version: 1, sha256Hash: sha256(untrusted) };
    const extensions = { persistedQuery };
    const trustedSearch = `?query=${encodeURIComponent(document)}`;
    const send = (body: unknown) =>
      request(service, `/graphql${trustedSearch}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const answers = [
      await post(service, { query: untrusted, variables }),
      await get(service, { query: untrusted, variables }),
      await get(service, { query: untrusted, extensions, variables }),
      await post(service, { query: untrusted, documentId: 7, variables }),
      await post(service, { query: `${document} query Other { __typename }`, variables }),
      await post(service, {}),
      await send({ query: untrusted, variables }),
      await send([{ query: untrusted, variables }]),
    ];
    for (const answer of answers) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.text).not.toContain('العنوان');
    }
    expect(answers.slice(0, 6).flatMap(codesOf)).toEqual(Array(6).fill('DOCUMENT_NOT_TRUSTED'));
  });
});
