import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AddCommentDocument } from '../../examples/generated/operations';
import { buildComment } from '../support/builders';
import { get, type HttpAnswer } from '../support/http';
import { createPurgeTarget, type PurgeTarget } from '../support/purge-target';
import {
  endServices,
  runMaqal,
  type ServiceProcess,
  startService,
} from '../support/service-process';
import { sendOperation } from '../support/start-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { waitUntil } from '../support/wait-until';
import { startVarnish, type Varnish } from './start-varnish';

const slug = 'page';

let database: TestDatabase;
let folder: string;
let target: PurgeTarget;
let service: ServiceProcess;
let varnish: Varnish;
let environment: Readonly<Record<string, string>>;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'maqal-cdn-'));
  target = await createPurgeTarget(({ surrogateKeys }) => varnish.ban(surrogateKeys));
  environment = { DATABASE_URL: database.url, SEED: 'false', CDN_PURGE_URL: target.url };
  service = await startService(environment);
  varnish = await startVarnish(service.origin);
  await target.start();
});

afterAll(async () => {
  await varnish.stop();
  await target.stop();
  await endServices();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** What a reader's browser gets through the CDN. */
const read = (
  documentId: string,
  variables: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
) => get(varnish, { documentId, variables }, headers);
const readPage = (headers: Readonly<Record<string, string>> = {}) =>
  read('ArticlePage', { slug }, headers);
const isHit = ({ headers }: HttpAnswer) => headers.get('x-cache') === 'HIT';

interface Page {
  readonly id: string;
  readonly title: string;
  readonly commentCount: number;
}
const pageOf = ({ text }: HttpAnswer) =>
  (JSON.parse(text) as { data: { article: Page | null } }).data.article;

/** Writes an article beside the service, as an editor's script does. */
const importPage = async (name: string, title: string, publishedAt = '2024-06-11T12:00:00Z') => {
  const file = join(folder, `${name}.txt`);
  await writeFile(file, `${title}\n\nفقرة أولى من نص الصفحة.\n\nفقرة ثانية من نص الصفحة.\n`);
  const options = ['--slug', name, '--published-at', publishedAt];
  const { code, stderr } = await runMaqal(['import', file, ...options], environment);
  expect({ code, stderr }).toMatchObject({ code: 0 });
};

describe('a page behind Varnish', () => {
  it('is absent, and there as soon as it is written', async () => {
    expect([pageOf(await readPage()), isHit(await readPage())]).toEqual([null, true]);
    await importPage(slug, 'عنوان أول للصفحة');
    await waitUntil(async () => pageOf(await readPage())?.title === 'عنوان أول للصفحة');
  });

  it('is a hit until a change purges it, and right from then on', async () => {
    await readPage();
    const before = await readPage();
    expect(isHit(before)).toBe(true);
    const { id = '', commentCount = -1 } = pageOf(before) ?? {};
    const variables = { input: buildComment(id) };
    await sendOperation(`${varnish.origin}/graphql`, AddCommentDocument, variables);
    await waitUntil(async () => pageOf(await readPage())?.commentCount === commentCount + 1);
    const after = await readPage();
    expect([isHit(after), pageOf(after)?.commentCount]).toEqual([true, commentCount + 1]);
  });

  it('stays a hit when something else is changed', async () => {
    await readPage();
    const purgeCount = target.received.length;
    await importPage('other', 'عنوان صفحة أخرى');
    await waitUntil(() => target.received.length > purgeCount);
    expect(isHit(await readPage())).toBe(true);
  });

  it('is answered with 304 where the browser has it, by Varnish and by the service', async () => {
    const etag = (await readPage()).headers.get('etag') ?? '';
    const seen = await readPage({ 'if-none-match': etag });
    expect([seen.status, seen.text, isHit(seen)]).toEqual([304, '', true]);
    const direct = await get(
      service,
      { documentId: 'ArticlePage', variables: { slug } },
      { 'if-none-match': etag },
    );
    expect(direct.status).toBe(304);
  });

  it('is packed for who takes it, and the same unpacked', async () => {
    const plain = await readPage({ 'accept-encoding': 'identity' });
    const packed = await readPage({ 'accept-encoding': 'gzip' });
    expect(packed.text).toBe(plain.text);
  });

  it('is never kept for whoever says who they are', async () => {
    const named = { authorization: 'Bearer something' };
    await readPage();
    expect([isHit(await readPage(named)), isHit(await readPage(named))]).toEqual([false, false]);
  });
});

describe('a planned publication behind Varnish', () => {
  it('is in every list that is asked for after its moment, though nothing is purged then', async () => {
    const publishedAt = new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 15_000);
    await importPage('planned', 'عنوان صفحة مخطط لها', publishedAt.toISOString());
    const isListed = async () => (await read('FrontPage', { first: 5 })).text.includes('"planned"');
    const seen: { readonly isDue: boolean; readonly listed: boolean }[] = [];
    await waitUntil(async () => {
      // A CDN counts an answer's age from its arrival, some milliseconds after it was made.
      const isDue = Date.now() >= publishedAt.getTime() + 100;
      seen.push({ isDue, listed: await isListed() });
      return isDue;
    });
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.filter(({ isDue, listed }) => isDue && !listed)).toEqual([]);
    expect(seen[0]).toEqual({ isDue: false, listed: false });
  });
});
