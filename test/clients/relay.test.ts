import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createClient as createStreamClient } from 'graphql-sse';
import { createClient as createWebSocketClient } from 'graphql-ws';
import relay, { type ConcreteRequest, type GraphQLTaggedNode, type Variables } from 'relay-runtime';
import addMutation from './relay/generated/clientQueriesAddMutation.graphql.ts';
import addedSubscription from './relay/generated/clientQueriesAddedSubscription.graphql.ts';
import earlierQuery from './relay/generated/clientQueriesEarlierQuery.graphql.ts';
import searchQuery from './relay/generated/clientQueriesSearchQuery.graphql.ts';
import teasersQuery from './relay/generated/clientQueriesTeasersQuery.graphql.ts';
import baseFragment from './relay/generated/clientQueries_base.graphql.ts';
import teaserFragment from './relay/generated/clientQueries_teaser.graphql.ts';
import threadFragment from './relay/generated/clientQueries_thread.graphql.ts';
import threadQuery from './relay/generated/clientQueriesThreadQuery.graphql.ts';
import {
  addComments,
  addUntilSeen,
  type ClientService,
  commentInput,
  createInbox,
  startClientService,
  webSocketImpl,
} from './service.ts';

const {
  commitMutation,
  ConnectionHandler,
  createOperationDescriptor,
  Environment,
  fetchQuery,
  getRequest,
  getSingularSelector,
  Network,
  Observable,
  RecordSource,
  requestSubscription,
  Store,
} = relay;

let service: ClientService;
let articleIds: string[];

before(async () => {
  service = await startClientService();
  const teasers = await read(createEnvironment(), teasersQuery, { full: true, first: 12 });
  articleIds = (teasers as Teasers).articles.edges.map(({ node }) => node.id);
});
after(() => service.stop());

interface Teasers {
  readonly articles: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
}
interface Thread {
  readonly comments: { readonly edges: readonly { readonly node: { readonly body: string } }[] };
}

/** Relay's network as its documentation has it, and a store that reports missing fields. */
function createEnvironment(subscribe?: (operation: Sent) => never) {
  const missing: string[] = [];
  const environment = new Environment({
    network: Network.create(
      async ({ text }, variables) => {
        const response = await fetch(service.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: text, variables }),
        });
        return (await response.json()) as never;
      },
      subscribe === undefined
        ? undefined
        : ({ text }, variables) => subscribe({ query: text ?? '', variables }),
    ),
    store: new Store(new RecordSource()),
    relayFieldLogger: (event) => missing.push(event.kind),
  });
  return Object.assign(environment, { missing });
}

interface Sent {
  readonly query: string;
  readonly variables: Variables;
}

const read = (
  environment: ReturnType<typeof createEnvironment>,
  query: unknown,
  variables: Variables,
) => fetchQuery(environment, query as GraphQLTaggedNode, variables).toPromise();

/** What a component with the fragment would be given. */
function lookUp(
  environment: ReturnType<typeof createEnvironment>,
  query: unknown,
  variables: Variables,
  fragment: unknown,
  pick: (data: never) => unknown,
): { data: unknown; isMissingData: boolean } {
  const operation = createOperationDescriptor(
    getRequest(query as GraphQLTaggedNode) as ConcreteRequest,
    variables,
  );
  const root = environment.lookup(operation.fragment);
  const selector = getSingularSelector(fragment as never, pick(root.data as never));
  assert.ok(selector);
  return environment.lookup(selector);
}

describe('Relay', () => {
  it('finds every field of fragments under @include and @skip, in both cases', async () => {
    for (const full of [true, false]) {
      const environment = createEnvironment();
      const variables = { full, first: 3 };
      await read(environment, teasersQuery, variables);
      const node = (data: Teasers) => data.articles.edges[0]?.node;
      const teaser = lookUp(environment, teasersQuery, variables, teaserFragment, node as never);
      assert.equal(teaser.isMissingData, false);
      const operation = createOperationDescriptor(
        getRequest(teasersQuery as never) as ConcreteRequest,
        variables,
      );
      const base = getSingularSelector(baseFragment as never, teaser.data as never);
      assert.ok(base);
      const { data, isMissingData } = environment.lookup(base);
      assert.equal(isMissingData, false);
      assert.ok((data as { direction?: string }).direction);
      assert.equal(environment.check(operation).status, 'available');
    }
  });

  it('joins pages of a connection, forwards and backwards', async () => {
    const articleId = articleIds[0] ?? '';
    const bodies = ['One', 'Two', 'Three', 'Four', 'Five'];
    await addComments(service, articleId, bodies);
    const environment = createEnvironment();
    let cursor: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      await read(environment, threadQuery, { articleId, count: 2, cursor });
      cursor = connection(environment, articleId, 'clientQueries_comments').endCursor;
    }
    const whole = connection(environment, articleId, 'clientQueries_comments');
    assert.deepEqual(whole.bodies, bodies);
    assert.equal(whole.hasNextPage, false);
    const thread = lookUp(
      environment,
      threadQuery,
      { articleId, count: 2, cursor: null },
      threadFragment,
      ((data: { node: { thread: unknown } }) => data.node.thread) as never,
    );
    assert.equal((thread.data as Thread).comments.edges.length, 5);
    let before: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      await read(environment, earlierQuery, { articleId, count: 2, cursor: before });
      before = connection(environment, articleId, 'clientQueriesEarlier_comments').startCursor;
    }
    assert.deepEqual(
      connection(environment, articleId, 'clientQueriesEarlier_comments').bodies,
      bodies,
    );
  });

  it('joins pages of a search', async () => {
    const environment = createEnvironment();
    const titles = new Set<string>();
    let cursor: string | null = null;
    do {
      const { searchArticles } = (await read(environment, searchQuery, {
        query: 'harbour',
        count: 4,
        cursor,
      })) as Search;
      for (const { node } of searchArticles.edges) titles.add(node.title);
      cursor = searchArticles.pageInfo.hasNextPage ? searchArticles.pageInfo.endCursor : null;
    } while (cursor !== null);
    assert.equal(titles.size, 11);
  });

  it('appends the edge of an added comment to the thread', async () => {
    const articleId = articleIds[1] ?? '';
    const environment = createEnvironment();
    await read(environment, threadQuery, { articleId, count: 10, cursor: null });
    const connectionId = ConnectionHandler.getConnectionID(articleId, 'clientQueries_comments');
    await new Promise<void>((resolve, reject) => {
      commitMutation(environment, {
        mutation: addMutation as unknown as GraphQLTaggedNode,
        variables: { input: commentInput(articleId, 'By Relay'), connections: [connectionId] },
        onCompleted: () => {
          resolve();
        },
        onError: reject,
      });
    });
    assert.deepEqual(connection(environment, articleId, 'clientQueries_comments').bodies, [
      'By Relay',
    ]);
  });

  it('sees comments over an event stream, also after the service restarted', async () => {
    const client = createStreamClient({
      url: service.streamUrl,
      retryAttempts: 50,
    });
    await seeComments('stream', articleIds[2] ?? '', (operation, sink) =>
      client.subscribe(operation, sink),
    );
    client.dispose();
  });

  it('sees comments over a WebSocket, also after the service restarted', async () => {
    const client = createWebSocketClient({
      url: service.webSocketUrl,
      webSocketImpl,
      retryAttempts: 50,
      shouldRetry: () => true,
    });
    await seeComments('socket', articleIds[3] ?? '', (operation, sink) =>
      client.subscribe(operation, sink),
    );
    await client.dispose();
  });
});

interface Search {
  readonly searchArticles: {
    readonly edges: readonly { readonly node: { readonly title: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

interface Sink {
  next: (value: never) => void;
  error: (error: unknown) => void;
  complete: () => void;
}

async function seeComments(
  name: string,
  articleId: string,
  subscribe: (operation: { query: string; variables: Variables }, sink: Sink) => () => void,
): Promise<void> {
  const environment = createEnvironment((({ query, variables }: Sent) =>
    Observable.create((sink) => subscribe({ query, variables }, sink as never))) as never);
  const inbox = createInbox<string>();
  const { dispose } = requestSubscription(environment, {
    subscription: addedSubscription as unknown as GraphQLTaggedNode,
    variables: { articleId },
    onNext: (data) => {
      inbox.push((data as { commentAdded: { body: string } }).commentAdded.body);
    },
    onError: (error) => {
      inbox.push(String(error));
    },
  });
  await addUntilSeen(service, articleId, `Before ${name}`, inbox);
  await service.restart();
  await addUntilSeen(service, articleId, `After ${name}`, inbox);
  dispose();
}

/** A connection as the store holds it. */
function connection(
  environment: ReturnType<typeof createEnvironment>,
  articleId: string,
  key: string,
) {
  const source = environment.getStore().getSource();
  const records = ConnectionHandler.getConnectionID(articleId, key);
  const record = source.get(records) as unknown as Record<string, unknown> | undefined;
  assert.ok(record, `The store has no connection ${key}`);
  const follow = (id: string) => source.get(id) as unknown as Record<string, { __ref: string }>;
  const pageInfo = source.get((record['pageInfo'] as { __ref: string }).__ref) as unknown as {
    hasNextPage: boolean;
    endCursor: string | null;
    startCursor: string | null;
  };
  const edges = (record['edges'] as { __refs: string[] }).__refs;
  return {
    ...pageInfo,
    bodies: edges.map((edge) => {
      const node = follow(edge)['node']?.__ref ?? '';
      return String((source.get(node) as unknown as { body: string }).body);
    }),
  };
}
