import { Client } from 'pg';
import { AddCommentDocument } from '../../examples/generated/operations';
import { Role } from '../../src/platform/request';
import { buildComment, writeArticle } from '../support/builders';
import { createEditor } from '../support/editing';
import { startApp, type TestApp } from '../support/start-app';
import { waitUntil } from '../support/wait-until';

/** The largest error of a correction. Units: milliseconds. */
const maxErrorMs = 100;

/** Its machine's clock is five seconds fast; that of `slow` is five seconds slow. */
let fast: TestApp;
let slow: TestApp;
let client: Client;

const startWithClock = (aheadMs: number, database?: TestApp['database']) =>
  startApp({
    ...(database === undefined ? {} : { database }),
    parts: {
      clock: { now: () => new Date(Date.now() + aheadMs) },
      isClockCorrected: true,
    },
  });

beforeAll(async () => {
  fast = await startWithClock(5_000);
  slow = await startWithClock(-5_000, fast.database);
  client = new Client({ connectionString: fast.database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await slow.stop();
  await fast.stop();
});

const readDatabaseMs = async () => {
  const { rows } = await client.query<{ ms: number }>(
    'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms',
  );
  return rows[0]?.ms ?? Number.NaN;
};

describe('an instance whose clock is wrong by five seconds', () => {
  it('knows by how much, from its first answer on', () => {
    expect(Math.abs(fast.app.database.clockOffsetMs() + 5_000)).toBeLessThanOrEqual(maxErrorMs);
    expect(Math.abs(slow.app.database.clockOffsetMs() - 5_000)).toBeLessThanOrEqual(maxErrorMs);
  });

  it('says so in its log', () => {
    for (const { log } of [fast, slow]) {
      expect(log.join('')).toContain('The clock differs from PostgreSQL’s by this offset');
    }
  });

  it('dates what it writes by the database’s clock', async () => {
    const { article } = await writeArticle(fast, { publishedAt: new Date(0) });
    for (const service of [fast, slow]) {
      const earliestMs = (await readDatabaseMs()) - maxErrorMs;
      const { data } = await service.send(AddCommentDocument, { input: buildComment(article.id) });
      const latestMs = (await readDatabaseMs()) + maxErrorMs;
      const createdMs = new Date(data?.addComment.comment?.createdAt ?? 0).getTime();
      expect(createdMs).toBeGreaterThanOrEqual(earliestMs);
      expect(createdMs).toBeLessThanOrEqual(latestMs);
    }
  });

  it('shows a planned article no earlier than the other, but for the error of the correction', async () => {
    const at = new Date((await readDatabaseMs()) + 1_000);
    const { article } = await writeArticle(fast, { publishedAt: at });
    const document = 'query ($slug: String!) { article(slug: $slug) { id } }';
    const isShown = async (service: TestApp) => {
      const { data } = await service.send<{ article: unknown }, unknown>(document, {
        slug: article.slug,
      });
      return data?.article !== null;
    };
    for (const service of [fast, slow]) {
      await waitUntil(() => isShown(service));
      expect(await readDatabaseMs()).toBeGreaterThanOrEqual(at.getTime() - maxErrorMs);
    }
    expect(await Promise.all([fast, slow].map(isShown))).toEqual([true, true]);
  });
});

describe('a planned replacement, on two instances whose clocks differ by ten seconds', () => {
  it('shows the save that was approved and no other, and no earlier than the error of the correction', async () => {
    const editor = await createEditor(slow, Role.EDITOR);
    const published = await editor.change('publishArticle', await editor.create({ title: 'قديم' }));
    const approved = await editor.change('updateArticle', published, { title: 'معتمد' });
    const at = new Date((await readDatabaseMs()) + 1_500);
    const planned = await editor.change('publishArticle', approved, { at: at.toISOString() });
    await editor.change('updateArticle', planned, { title: 'لم يُعتمد' });
    const document = 'query ($id: ID!) { article(id: $id) { title } }';
    const readTitle = async (service: TestApp) => {
      service.timer.fire();
      const { data } = await service.send<{ article: { title: string } }, unknown>(document, {
        id: planned.id,
      });
      return data?.article.title;
    };
    const seen = new Set<string | undefined>();
    const watch = async (service: TestApp) => {
      await waitUntil(async () => {
        const title = await readTitle(service);
        seen.add(title);
        return title !== 'قديم';
      });
      expect(await readDatabaseMs()).toBeGreaterThanOrEqual(at.getTime() - maxErrorMs);
    };
    await Promise.all([fast, slow].map(watch));
    for (const service of [fast, slow]) seen.add(await readTitle(service));
    expect([...seen]).toEqual(['قديم', 'معتمد']);
  });
});

describe('a clock that a test hands in', () => {
  it('is not corrected unless that is asked for', async () => {
    const service = await startApp({ database: fast.database, now: '2020-01-01T00:00:00.000Z' });
    const { article } = await writeArticle(service, { publishedAt: new Date(0) });
    const { data } = await service.send(AddCommentDocument, { input: buildComment(article.id) });
    expect(data?.addComment.comment?.createdAt).toBe('2020-01-01T00:00:00.000Z');
    await service.stop();
  });
});
