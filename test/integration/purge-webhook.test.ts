import { createApp } from '../../src/app';
import { loadConfig } from '../../src/config';
import { selection } from '../../src/platform/database';
import { createLogger } from '../../src/platform/log';
import { listPurgedKeys } from '../../src/platform/purge-webhook';
import { sendComment } from '../support/add-comments';
import { buildDraft, writeArticle } from '../support/builders';
import { createPurgeTarget, type PurgeTarget } from '../support/purge-target';
import { startApp, type TestApp } from '../support/start-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { waitUntil } from '../support/wait-until';

const count = selection(
  'test.countPurges',
  ['count(*)'],
  (list) => `SELECT ${list} FROM cdn_purge`,
);

let database: TestDatabase;
let target: PurgeTarget;
const running: TestApp[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  target = await createPurgeTarget();
});

afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
  await target.stop();
  await database.drop();
});

const start = async (environment: Readonly<Record<string, string>> = {}) => {
  const service = await startApp({
    database,
    environment: { CDN_PURGE_URL: target.url, CDN_PURGE_TOKEN: 'secret', ...environment },
  });
  running.push(service);
  return service;
};

const countWaiting = async ({ app }: TestApp) =>
  Number((await app.database.primary.select(count))[0]?.[0]);
const isTold = (...tags: string[]) =>
  tags.flatMap(listPurgedKeys).every((key) => target.keys().has(key));

describe('the purge webhook', () => {
  it('tells the keys of a change, and their buckets, with the token', async () => {
    await target.start();
    const service = await start();
    const { article } = await writeArticle(service, { slug: 'مقال' });
    await waitUntil(() => isTold(`article:${article.id}`, 'slug:مقال', 'articles'));
    expect(target.received[0]?.authorization).toBe('Bearer secret');
    await sendComment(service, article.id);
    await waitUntil(() => isTold(`comments:${article.id}`));
    await waitUntil(async () => (await countWaiting(service)) === 0);
  });

  it('holds nobody up and loses nothing while the target is away', async () => {
    const service = await start();
    const { article } = await writeArticle(service);
    const { comment } = await sendComment(service, article.id);
    expect(comment?.article.commentCount).toBe(1);
    expect(await countWaiting(service)).toBe(2);
    await target.start();
    await waitUntil(() => isTold(`article:${article.id}`, `comments:${article.id}`));
    await waitUntil(async () => (await countWaiting(service)) === 0);
  });

  it('tries again what was answered with an error', async () => {
    target.refuse([500, 403, 302]);
    await target.start();
    const service = await start();
    const { article } = await writeArticle(service);
    await waitUntil(() => isTold(`article:${article.id}`));
    await waitUntil(async () => (await countWaiting(service)) === 0);
    const warnings = service.log.filter((line) => line.includes('did not accept a purge'));
    expect(warnings.length).toBeGreaterThanOrEqual(3);
    expect(warnings.join()).not.toContain('secret');
  });

  it('goes on after a restart with what was left', async () => {
    const service = await start();
    const { article } = await writeArticle(service);
    await running.pop()?.stop();
    await target.start();
    const again = await start();
    await waitUntil(() => isTold(`article:${article.id}`));
    await waitUntil(async () => (await countWaiting(again)) === 0);
  });

  it('tells what a command wrote beside the service', async () => {
    await target.start();
    const service = await start();
    const command = await createApp(
      loadConfig({ DATABASE_URL: database.url, SEED: 'false', CDN_PURGE_URL: target.url }),
      { logger: createLogger('silent'), clock: service.clock },
    );
    const { article } = await command.features.articles.write(buildDraft());
    await command.close();
    await waitUntil(() => isTold(`article:${article.id}`));
    expect(target.received.map(({ authorization }) => authorization)).toContain('Bearer secret');
  });

  it('loses nothing of what two services write at once', async () => {
    const services = [await start(), await start()];
    const writing = services.flatMap((service) =>
      Array.from({ length: 10 }, () => writeArticle(service)),
    );
    target.refuse([503, 503]);
    await target.start();
    const written = await Promise.all(writing);
    await waitUntil(() => written.every(({ article }) => isTold(`article:${article.id}`)));
    for (const service of services)
      await waitUntil(async () => (await countWaiting(service)) === 0);
  });

  it('tells of nothing that was not committed', async () => {
    await target.start();
    const service = await start();
    const failed = service.app.database.transaction((transaction) => {
      transaction.invalidate(['article:undone']);
      return Promise.reject(new Error('Undone'));
    });
    await expect(failed).rejects.toThrow('Undone');
    const { article } = await writeArticle(service);
    await waitUntil(() => isTold(`article:${article.id}`));
    expect(isTold('article:undone')).toBe(false);
  });

  it('does not keep a service from stopping, and is heard before it has', async () => {
    const service = await start();
    const { article } = await writeArticle(service);
    await target.start();
    await service.stop();
    running.pop();
    expect(isTold(`article:${article.id}`)).toBe(true);
  });

  it('writes nothing down where CDN_PURGE_URL is not set', async () => {
    const service = await start({ CDN_PURGE_URL: '' });
    await writeArticle(service);
    expect(await countWaiting(service)).toBe(0);
    expect(service.statements).not.toContain('cdnPurge.insert');
  });
});
