import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import {
  type ApolloCache,
  ApolloClient,
  ApolloLink,
  gql,
  HttpLink,
  type ObservableQuery,
} from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { createClient as createWebSocketClient } from 'graphql-ws';
import { createApolloCache } from '../../examples/apollo-cache.ts';
import {
  AddCommentDocument,
  CommentEdgesDocument,
  ArticlePageDocument,
  CommentAddedDocument,
  ArticleEdgesDocument,
  SearchArticlesDocument,
} from '../../examples/generated/operations.ts';
import {
  addComments,
  addUntilSeen,
  type ClientService,
  commentInput,
  createInbox,
  startClientService,
  webSocketImpl,
} from './service.ts';

const bodies = ['One', 'Two', 'Three', 'Four', 'Five'];

let service: ClientService;

before(async () => {
  service = await startClientService();
});
after(() => service.stop());

// The example has CommonJS types and this package ESM ones, of one class.
const createCache = () => createApolloCache() as unknown as ApolloCache;

const createClient = (link: ApolloLink = new HttpLink({ uri: service.url })) =>
  new ApolloClient({ link, cache: createCache() });

/** More pages than any list here has. */
const maxPages = 10;

/** Reads with fetchMore until the list ends. */
async function readOn<Data>(
  query: ObservableQuery<Data, never>,
  first: Data | undefined,
  next: (page: Data) => Record<string, unknown> | null,
): Promise<void> {
  let page = first;
  for (let count = 1; count <= maxPages; count += 1) {
    assert.ok(page);
    const variables = next(page);
    if (variables === null) return;
    ({ data: page } = await query.fetchMore({ variables: variables as never }));
  }
  throw new Error(`The list did not end within ${maxPages} pages`);
}

describe('Apollo Client', () => {
  it('joins pages of articles by edges', async () => {
    const client = createClient();
    const asked = { query: ArticleEdgesDocument, variables: { first: 5 } };
    const query = client.watchQuery(asked);
    const subscription = query.subscribe(() => undefined);
    const { data } = await query.refetch();
    await readOn<FrontPage>(query as never, data, ({ articles: { pageInfo } }) =>
      pageInfo.hasNextPage ? { after: pageInfo.endCursor } : null,
    );
    const joined = client.readQuery(asked)?.articles.edges ?? [];
    assert.equal(new Set(joined.map(({ node }) => node.slug)).size, 12);
    subscription.unsubscribe();
  });

  it('pages comments forwards, from an empty page on', async () => {
    const articleId = await findArticle(0);
    const client = createClient();
    const asked = { query: CommentEdgesDocument, variables: { articleId, first: 2 } };
    const query = client.watchQuery(asked);
    const subscription = query.subscribe(() => undefined);
    await query.refetch();
    await addComments(service, articleId, bodies);
    // relayStylePagination makes '' of the null cursor of an empty page.
    const { data } = await query.fetchMore({ variables: { after: '' } });
    await readOn<ArticleThread>(query as never, data as never, (page) => {
      const { hasNextPage, endCursor } = page.node.comments.pageInfo;
      return hasNextPage ? { after: endCursor } : null;
    });
    assert.deepEqual(bodiesOf(client.readQuery(asked)), bodies);
    subscription.unsubscribe();
  });

  it('pages comments backwards', async () => {
    const articleId = await findArticle(4);
    await addComments(service, articleId, bodies);
    const client = createClient();
    const asked = { query: CommentEdgesDocument, variables: { articleId, last: 2 } };
    const query = client.watchQuery(asked);
    const subscription = query.subscribe(() => undefined);
    const { data } = await query.refetch();
    await readOn<ArticleThread>(query as never, data as never, (page) => {
      const { hasPreviousPage, startCursor } = page.node.comments.pageInfo;
      return hasPreviousPage ? { last: 2, before: startCursor } : null;
    });
    assert.deepEqual(bodiesOf(client.readQuery(asked)), bodies);
    subscription.unsubscribe();
  });

  it('keeps what two queries ask of one comment policy', async () => {
    const client = createClient();
    const articleId = await findArticle(1);
    const ask = (fields: string) =>
      client.query<{ node: { commentPolicy: Record<string, unknown> } }>({
        query: gql(
          `query ($id: ID!) { node(id: $id) { ... on Article { id commentPolicy { ${fields} } } } }`,
        ),
        variables: { id: articleId },
      });
    await ask('isOpen');
    await ask('notice');
    const { data } = await ask('isOpen notice');
    assert.deepEqual(Object.keys(data?.node.commentPolicy ?? {}).sort(), [
      '__typename',
      'isOpen',
      'notice',
    ]);
  });

  it('reads an article and searches', async () => {
    const client = createClient();
    const { data: found } = await client.query({
      query: SearchArticlesDocument,
      variables: { query: 'harbour', first: 3 },
    });
    const slug = found?.searchArticles.edges[0]?.node.slug ?? '';
    const { data: page } = await client.query({ query: ArticlePageDocument, variables: { slug } });
    assert.equal(page?.article?.slug, slug);
  });

  it('reads by GET with persisted queries, which the service comes to know', async () => {
    const methods: string[] = [];
    const http = new HttpLink({
      uri: service.url,
      fetch: (input, init) => {
        methods.push(init?.method ?? 'GET');
        return fetch(input, init);
      },
    });
    const persisted = new PersistedQueryLink({
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
      useGETForHashedQueries: true,
    });
    const client = createClient(ApolloLink.from([persisted, http]));
    const query = { query: ArticleEdgesDocument, variables: { first: 1 } };
    await client.query({ ...query, fetchPolicy: 'network-only' });
    methods.length = 0;
    const { data } = await client.query({ ...query, fetchPolicy: 'network-only' });
    assert.equal(data?.articles.edges.length, 1);
    assert.deepEqual(methods, ['GET']);
  });

  it('adds a comment and appends its edge to the thread in the cache', async () => {
    const client = createClient();
    const articleId = await findArticle(2);
    const variables = { articleId, first: 10 };
    await client.query({ query: CommentEdgesDocument, variables });
    const { data } = await client.mutate({
      mutation: AddCommentDocument,
      variables: { input: commentInput(articleId, 'By Apollo Client') },
      update: (cache, result) => {
        const edge = result.data?.addComment.commentEdge;
        cache.updateQuery({ query: CommentEdgesDocument, variables }, (thread) => {
          const node = thread?.node;
          if (!edge || !node || !('comments' in node)) return undefined;
          const comments = { ...node.comments, edges: [...node.comments.edges, edge] };
          return { ...thread, node: { ...node, comments } } as typeof thread;
        });
      },
    });
    assert.deepEqual(data?.addComment.userErrors, []);
    const { data: cached } = await client.query({
      query: CommentEdgesDocument,
      variables,
      fetchPolicy: 'cache-only',
    });
    assert.deepEqual(bodiesOf(cached), ['By Apollo Client']);
  });

  it('sees comments over a WebSocket, also after the service restarted', async () => {
    const socket = createWebSocketClient({
      url: service.webSocketUrl,
      webSocketImpl,
      retryAttempts: 50,
      shouldRetry: () => true,
    });
    const client = createClient(new GraphQLWsLink(socket));
    const articleId = await findArticle(3);
    const inbox = createInbox<string>();
    const subscription = client
      .subscribe({ query: CommentAddedDocument, variables: { articleId } })
      .subscribe(({ data }) => {
        if (data) inbox.push(data.commentAdded.body);
      });
    await addUntilSeen(service, articleId, 'Before the restart', inbox);
    await service.restart();
    await addUntilSeen(service, articleId, 'After the restart', inbox);
    subscription.unsubscribe();
    await socket.dispose();
  });
});

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}
interface ArticleThread {
  readonly node: { readonly comments: Thread };
}
interface FrontPage {
  readonly articles: {
    readonly edges: readonly { readonly node: { readonly slug: string } }[];
    readonly pageInfo: PageInfo;
  };
}
interface Thread {
  readonly edges: readonly { readonly node: { readonly body: string } }[];
  readonly pageInfo: PageInfo;
}

function bodiesOf(thread: unknown): string[] {
  const { node } = thread as ArticleThread;
  return node.comments.edges.map((edge) => edge.node.body);
}

async function findArticle(place: number): Promise<string> {
  const { data } = await createClient().query({
    query: ArticleEdgesDocument,
    variables: { first: 12 },
  });
  return data?.articles.edges[place]?.node.id ?? '';
}
