import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Client, fetchExchange, subscriptionExchange, type AnyVariables } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { persistedExchange } from '@urql/exchange-persisted';
import { getIntrospectionQuery } from 'graphql';
import { createClient as createWebSocketClient } from 'graphql-ws';
import {
  AddCommentDocument,
  CommentEdgesDocument,
  ArticlePageDocument,
  CommentAddedDocument,
  ArticleEdgesDocument,
  SearchArticlesDocument,
} from '../../examples/generated/operations.ts';
import { connectionFields } from '../../examples/generated/client-settings.ts';
import { keys } from '../../examples/graphcache-settings.ts';
import {
  addComments,
  addUntilSeen,
  type ClientService,
  commentInput,
  createInbox,
  startClientService,
  webSocketImpl,
} from './service.ts';

let service: ClientService;

before(async () => {
  service = await startClientService();
});
after(() => service.stop());

const exchanges = {
  'as it comes': { exchanges: [fetchExchange] },
  'with preferGetMethod: force': { exchanges: [fetchExchange], preferGetMethod: 'force' as const },
  'with persisted queries': { exchanges: [persistedExchange(), fetchExchange] },
  'with persisted queries by POST': {
    exchanges: [persistedExchange({ preferGetForPersistedQueries: false }), fetchExchange],
    preferGetMethod: false as const,
  },
};

for (const [name, options] of Object.entries(exchanges)) {
  describe(`urql ${name}`, () => {
    const client = () => new Client({ url: service.url, ...options });

    it('reads articles, an article and a search', async () => {
      const front = await client().query(ArticleEdgesDocument, { first: 5 }).toPromise();
      assert.equal(front.error, undefined);
      assert.equal(front.data?.articles.edges.length, 5);
      const slug = front.data?.articles.edges[0]?.node.slug ?? '';
      const page = await client().query(ArticlePageDocument, { slug }).toPromise();
      assert.equal(page.data?.article?.slug, slug);
      const found = await client().query(SearchArticlesDocument, { query: 'القاهره' }).toPromise();
      assert.equal(found.data?.searchArticles.totalCount, 1);
    });

    it('adds a comment', async () => {
      const articleId = await findArticle();
      const { data, error } = await client()
        .mutation(AddCommentDocument, { input: commentInput(articleId, `From ${name}.`) })
        .toPromise();
      assert.equal(error, undefined);
      assert.deepEqual(data?.addComment.userErrors, []);
    });
  });
}

describe('urql with graphcache', () => {
  const createCachedClient = async () => {
    const { data: schema } = (await (
      await fetch(service.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: getIntrospectionQuery() }),
      })
    ).json()) as { data: never };
    const warnings: string[] = [];
    const cache = cacheExchange({
      schema,
      keys: { ...keys },
      logger: (severity, message) => {
        if (severity !== 'debug') warnings.push(message);
      },
      resolvers: Object.fromEntries(
        Object.entries(connectionFields).map(([type, fields]) => [
          type,
          Object.fromEntries(Object.keys(fields).map((field) => [field, relayPagination()])),
        ]),
      ),
    });
    return {
      warnings,
      client: new Client({ url: service.url, exchanges: [cache, fetchExchange] }),
    };
  };

  it('joins pages of articles and keeps every object, without a warning', async () => {
    const { client, warnings } = await createCachedClient();
    const slugs = new Set<string>();
    const read = (after: string) =>
      client.query(ArticleEdgesDocument, { first: 5, after }).toPromise();
    let cursor: string | null = '';
    while (cursor !== null) {
      const { data, error }: Awaited<ReturnType<typeof read>> = await read(cursor);
      assert.equal(error, undefined);
      assert.ok(data);
      for (const { node } of data.articles.edges) slugs.add(node.slug);
      const { hasNextPage, endCursor } = data.articles.pageInfo;
      cursor = hasNextPage ? (endCursor ?? null) : null;
    }
    assert.equal(slugs.size, 12);
    assert.deepEqual(warnings, []);
  });

  it('answers fields that fragments with @include and @skip share', async () => {
    const { client, warnings } = await createCachedClient();
    const document = `
      query Teasers($full: Boolean!) {
        articles(first: 1) { nodes { id ...Teaser @include(if: $full) ...Base ...Teaser @skip(if: $full) } }
      }
      fragment Teaser on Article { ...Base title byline }
      fragment Base on Article { slug locale }
    `;
    for (const full of [false, true]) {
      const { data } = await client.query<TeaserData>(document, { full }).toPromise();
      const [node] = data?.articles.nodes ?? [];
      assert.ok(node?.slug && node.locale && node.title);
    }
    assert.deepEqual(warnings, []);
  });

  it('keeps the thread that commentEdge and pages belong to', async () => {
    const { client } = await createCachedClient();
    const articleId = await findArticle();
    await addComments(service, articleId, ['First of three', 'Second of three', 'Third of three']);
    const read = (variables: AnyVariables) =>
      client.query(CommentEdgesDocument, { articleId, ...variables } as never).toPromise();
    const last = await read({ last: 2 });
    assert.equal(last.error, undefined);
    const node = last.data?.node;
    assert.ok(node && 'comments' in node);
    assert.equal(node.comments.pageInfo.hasPreviousPage, true);
    const earlier = await read({ last: 2, before: node.comments.pageInfo.startCursor });
    assert.equal(earlier.error, undefined);
  });
});

describe('urql over a WebSocket', () => {
  it('sees comments as they become public, also after the service restarted', async () => {
    const socket = createWebSocketClient({
      url: service.webSocketUrl,
      webSocketImpl,
      retryAttempts: 50,
      shouldRetry: () => true,
    });
    const client = new Client({
      url: service.url,
      exchanges: [
        fetchExchange,
        subscriptionExchange({
          forwardSubscription: ({ query = '', variables }) => ({
            subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables }, sink) }),
          }),
        }),
      ],
    });
    const articleId = await findArticle();
    const inbox = createInbox<string>();
    const subscribed = client
      .subscription(CommentAddedDocument, { articleId })
      .subscribe(({ data }) => {
        if (data) inbox.push(data.commentAdded.body);
      });
    await addUntilSeen(service, articleId, 'Before the restart', inbox);
    await service.restart();
    await addUntilSeen(service, articleId, 'After the restart', inbox);
    subscribed.unsubscribe();
    await socket.dispose();
  });
});

interface TeaserData {
  readonly articles: {
    readonly nodes: readonly { slug?: string; locale?: string; title?: string }[];
  };
}

async function findArticle(): Promise<string> {
  const client = new Client({ url: service.url, exchanges: [fetchExchange] });
  const { data } = await client.query(ArticleEdgesDocument, { first: 1 }).toPromise();
  return data?.articles.edges[0]?.node.id ?? '';
}
