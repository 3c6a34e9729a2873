import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { OperationTypeNode } from 'graphql';
import { addComment } from '../support/add-comments';
import { writeArticle } from '../support/builders';
import { openSockets, waitForSubscribers } from '../support/live-clients';
import { startApp, type TestApp } from '../support/start-app';
import { waitUntil } from '../support/wait-until';

const query = gql`
  query ($slug: String!) {
    article(slug: $slug) {
      id
      comments {
        nodes {
          id
          body
        }
      }
    }
  }
`;
const added = gql`
  subscription ($articleId: ID!) {
    commentAdded(articleId: $articleId) {
      id
      body
    }
  }
`;

let service: TestApp;

beforeAll(async () => {
  service = await startApp();
});

afterAll(() => service.stop());

describe('Apollo Client', () => {
  it('reads over HTTP and is told of comments over a WebSocket, into one cache', async () => {
    const slug = 'مقال-لأبولو';
    const { article } = await writeArticle(service, { slug });
    const sockets = openSockets(service);
    const client = new ApolloClient({
      cache: new InMemoryCache(),
      link: ApolloLink.split(
        ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
        new GraphQLWsLink(sockets),
        new HttpLink({ uri: service.url, fetch }),
      ),
    });
    await client.query({ query, variables: { slug } });
    const told: unknown[] = [];
    const subscription = client
      .subscribe({ query: added, variables: { articleId: article.id } })
      .subscribe(({ data }) => told.push(data));
    await waitForSubscribers(service, 1);
    const id = await addComment(service, article.id, { body: 'أول تعليق.' });
    await waitUntil(() => told.length === 1);
    expect(told).toEqual([{ commentAdded: { __typename: 'Comment', id, body: 'أول تعليق.' } }]);
    expect(client.cache.extract()).toHaveProperty([`Comment:${id}`, 'body'], 'أول تعليق.');
    subscription.unsubscribe();
    await waitForSubscribers(service, 0);
    client.stop();
    await sockets.dispose();
  });
});
