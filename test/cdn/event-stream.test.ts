import { addComment } from '../support/add-comments';
import { writeArticle } from '../support/builders';
import { liveClients, waitForSubscribers } from '../support/live-clients';
import { startApp, type TestApp } from '../support/start-app';
import { waitUntil } from '../support/wait-until';
import { startNginx } from './start-nginx';
import { startVarnish } from './start-varnish';

const added = 'subscription ($articleId: ID!) { commentAdded(articleId: $articleId) { id } }';

let service: TestApp;

beforeAll(async () => {
  service = await startApp();
});

afterAll(() => service.stop());

describe.each([
  ['nginx', startNginx],
  ['Varnish', startVarnish],
])('an event stream behind %s as it comes', (_, startProxy) => {
  it('hands on each comment as it is added', async () => {
    const proxy = await startProxy(service.origin);
    const { article } = await writeArticle(service);
    const subscribe = liveClients['graphql-sse']?.({ ...service, url: `${proxy.origin}/graphql` });
    const heard = subscribe?.<{ commentAdded: { id: string } }>(added, { articleId: article.id });
    await waitForSubscribers(service, 1);
    for (const count of [1, 2, 3]) {
      const id = await addComment(service, article.id);
      await waitUntil(() => heard?.answers.length === count);
      expect(heard?.answers.at(-1)?.data).toEqual({ commentAdded: { id } });
    }
    subscribe?.close();
    await proxy.stop();
    await waitForSubscribers(service, 0);
  });
});
