import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArticlePageDocument, FrontPageDocument } from '../../examples/generated/operations';
import {
  endServices,
  runMaqal,
  type ServiceProcess,
  startService,
} from '../support/service-process';
import { sendOperation } from '../support/start-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'maqal-serve-'));
});

afterEach(async () => {
  await endServices();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const listArticles = async ({ url }: ServiceProcess) => {
  const { data, errors } = await sendOperation(url, FrontPageDocument, {});
  expect(errors).toEqual([]);
  return data?.articles.nodes.map(({ id, slug }) => ({ id, slug })) ?? [];
};

const stop = async (service: ServiceProcess) => {
  service.kill('SIGTERM');
  expect(await service.exited).toEqual({ code: 0, signal: null });
};

const seedLines = ({ log }: ServiceProcess) =>
  log.filter(({ msg }) => msg === 'Seeded the source article');

describe('maqal serve', () => {
  it('logs the port that it chose for PORT=0, and answers there with the source article', async () => {
    const service = await startService({ DATABASE_URL: database.url, PUBLIC_ULR: 'x' });
    expect(service.log.map(({ msg }) => msg)).toContain(
      'PUBLIC_ULR is no variable of Maqal: did you mean PUBLIC_URL?',
    );
    const ready = await fetch(`${service.origin}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
    const [first] = await listArticles(service);
    const { data } = await sendOperation(service.url, ArticlePageDocument, {
      slug: first?.slug ?? '',
    });
    expect(data?.article?.sections.map(({ paragraphs }) => paragraphs.length)).toEqual([5, 7, 5]);
    await stop(service);
  });

  it('seeds an empty database once: a second start serves the same article', async () => {
    const first = await startService({ DATABASE_URL: database.url });
    expect(seedLines(first)).toHaveLength(1);
    const articles = await listArticles(first);
    expect(articles).toHaveLength(1);
    await stop(first);
    const second = await startService({ DATABASE_URL: database.url });
    expect(seedLines(second)).toEqual([]);
    expect(await listArticles(second)).toEqual(articles);
    await stop(second);
  });

  it('leaves a database empty where SEED is off', async () => {
    const service = await startService({ DATABASE_URL: database.url, SEED: 'false' });
    expect(await listArticles(service)).toEqual([]);
    await stop(service);
  });

  it('makes the folder of its SQLite file', async () => {
    const file = join(folder, 'not', 'there', 'yet.sqlite');
    const service = await startService({ DATABASE_URL: `sqlite:${file}` });
    expect(await listArticles(service)).toHaveLength(1);
    await stop(service);
    expect(await readdir(join(folder, 'not', 'there'))).toEqual(['yet.sqlite']);
  });
});

describe('maqal serve, when it cannot', () => {
  it('lists every fault of the configuration and ends with 2', async () => {
    const { code, stdout, stderr } = await runMaqal(['serve'], {
      DATABASE_URL: 'mysql://reader:hunter2@db.example/news',
      PORT: 'seven',
      LOG_LEVEL: 'loud',
      SEED: 'maybe',
      PUBLIC_URL: 'ftp://news.example',
      MAX_DEPTH: '-1',
    });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('PORT: wanted a port from 0 to 65535, got "seven"');
    for (const variable of ['DATABASE_URL', 'LOG_LEVEL', 'SEED', 'PUBLIC_URL', 'MAX_DEPTH']) {
      expect(stderr).toContain(`${variable}: wanted `);
    }
    expect(stderr).not.toContain('hunter2');
  });

  it('starts nothing with a configuration that has any fault', async () => {
    const { code, stdout } = await runMaqal(['serve'], {
      DATABASE_URL: `sqlite:${join(folder, 'never.sqlite')}`,
      PORT: '-1',
    });
    expect([code, stdout]).toEqual([2, '']);
    expect(await readdir(folder)).toEqual([]);
  });

  it('ends with 3 and says what to do where another process has the port', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await runMaqal(['serve'], {
      DATABASE_URL: database.url,
      PORT: String(port),
    });
    expect(code).toBe(3);
    expect(stderr).toBe(
      `Port ${port} is in use (127.0.0.1:${port}): stop the process that has it, or set PORT to another; PORT=0 takes any free one.\n`,
    );
    await new Promise((resolve) => other.close(resolve));
  });

  it.each([
    [
      'a server that does not answer',
      'postgres://maqal:hunter2@127.0.0.1:1/news',
      'PostgreSQL at 127.0.0.1:1 does not answer (ECONNREFUSED): start it, or correct DATABASE_URL.',
    ],
    [
      'a folder that cannot be made',
      'sqlite:/dev/null/maqal.sqlite',
      '/dev/null is not a folder, or lies in one that is none.',
    ],
  ])('ends with 3 and a sentence for %s', async (_, url, sentence) => {
    const { code, stdout, stderr } = await runMaqal(['serve'], { DATABASE_URL: url, PORT: '0' });
    expect([code, stdout, stderr]).toEqual([3, '', `${sentence}\n`]);
  });
});
