import 'reflect-metadata';
import { startApp } from '/work/main/test/support/start-app';
import { writeArticle } from '/work/main/test/support/builders';
import { addComments } from '/work/main/test/support/add-comments';
import { openSockets, waitForSubscribers } from '/work/main/test/support/live-clients';
const gc = () => { (globalThis as any).gc(); (globalThis as any).gc(); };
(async () => {
  const s = await startApp({ environment: { RESPONSE_CACHE_MB: '1' } });
  for (let round = 0; round < 5; round++) {
    const { article } = await writeArticle(s);
    const t0 = Date.now();
    let got = 0;
    const clients = Array.from({ length: 1000 }, () => openSockets(s));
    for (const c of clients) c.subscribe({ query: 'subscription($a: ID!){commentAdded(articleId:$a){id body}}', variables: { a: article.id } }, { next: () => { got++; }, error: console.error, complete: () => undefined });
    await waitForSubscribers(s, 1000);
    const t1 = Date.now();
    gc(); const during = process.memoryUsage().heapUsed;
    await addComments(s, article.id, 100);
    while (got < 100_000) await new Promise((r) => setImmediate(r));
    const t2 = Date.now();
    for (const c of clients) await c.dispose();
    await waitForSubscribers(s, 0);
    while (s.app.live.sessions.count > 0) await new Promise((r) => setImmediate(r));
    s.statements.length = 0; s.log.length = 0;
    await new Promise((r) => setTimeout(r, 1500));
    gc();
    console.log({ round, connectMs: t1 - t0, deliverMs: t2 - t1, got, duringMB: (during / 1e6).toFixed(1), afterMB: (process.memoryUsage().heapUsed / 1e6).toFixed(1) });
  }
  await s.stop();
})();
