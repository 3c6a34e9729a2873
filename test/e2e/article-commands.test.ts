import { runMaqal, type ServiceProcess, startService } from '../support/service-process';
import { sendOperation } from '../support/start-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

// A case starts up to five processes, and the machine may be busy with other suites.
jest.setTimeout(60_000);

interface Listed {
  readonly slug: string;
  readonly status: string;
  readonly publishedAt: string | null;
  readonly version: number;
}

let database: TestDatabase;
let service: ServiceProcess;
let slug: string;

const run = (...parameters: string[]) =>
  runMaqal(['article', ...parameters], { DATABASE_URL: database.url });

/** The article as a command prints it for programs. */
const runJson = async (...parameters: string[]) => {
  const { code, stdout, stderr } = await run(...parameters, '--json');
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as { article: Listed; isChanged?: boolean };
};

/** What readers of the running service see. */
const readPublic = async () => {
  const document = `query ($slug: String!) {
    article(slug: $slug) { publishedAt }
    articles(first: 5) { totalCount nodes { slug } }
  }`;
  const { data } = await sendOperation(service.url, document, { slug });
  return data as {
    article: { publishedAt: string } | null;
    articles: { totalCount: number; nodes: { slug: string }[] };
  };
};

beforeEach(async () => {
  database = await createTestDatabase();
  service = await startService({ DATABASE_URL: database.url });
  const { stdout } = await run('list', '--json');
  slug = (JSON.parse(stdout) as { articles: Listed[] }).articles[0]?.slug ?? '';
});

afterEach(async () => {
  service.kill('SIGTERM');
  await service.exited;
  await database.drop();
});

describe('maqal article', () => {
  it('takes an article off the running site and brings it back with its date', async () => {
    const before = await readPublic();
    expect(before.articles.totalCount).toBe(1);
    const archived = await runJson('archive', slug);
    expect(archived).toMatchObject({ isChanged: true, article: { slug, status: 'ARCHIVED' } });
    expect(await readPublic()).toEqual({ article: null, articles: { totalCount: 0, nodes: [] } });
    const published = await runJson('publish', slug);
    expect(published.article.version).toBe(archived.article.version + 1);
    expect(await readPublic()).toEqual(before);
  });

  it('makes an article a draft, and changes nothing the second time', async () => {
    expect(await runJson('unpublish', slug)).toMatchObject({
      isChanged: true,
      article: { status: 'DRAFT', publishedAt: null },
    });
    expect((await readPublic()).article).toBeNull();
    const { article, isChanged } = await runJson('unpublish', slug);
    expect(isChanged).toBe(false);
    expect(article).toEqual((await runJson('show', slug)).article);
  });

  it('plans a publication for a moment to come, and refuses one that has passed', async () => {
    const { article } = await runJson('publish', slug, '--at', '2100-01-01T00:00:00Z');
    expect(article).toMatchObject({
      status: 'SCHEDULED',
      publishedAt: '2100-01-01T00:00:00.000Z',
    });
    expect((await readPublic()).article).toBeNull();
    const refused = await run('publish', slug, '--at', '2001-01-01T00:00:00Z');
    expect([refused.code, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toContain('2001-01-01T00:00:00.000Z has passed');
    expect((await runJson('show', slug)).article).toEqual(article);
  });

  it('lists articles of a status for people', async () => {
    await run('archive', slug);
    expect((await run('list', '--status', 'published')).stdout).not.toContain(slug);
    expect((await run('list', '--status', 'draft,archived')).stdout).toMatch(
      new RegExp(`^Status .*\\nARCHIVED .* ${slug} `, 'u'),
    );
  });

  it('refuses in a sentence an article that is not there, an unknown status, a large count', async () => {
    for (const [parameters, reason] of [
      [['archive', 'nowhere'], 'there is no article'],
      [['list', '--status', 'GONE'], 'Wanted some of DRAFT'],
      [['list', '--first', '101'], 'from 1 to 100'],
    ] as const) {
      const { code, stdout, stderr } = await run(...parameters);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toContain(reason);
      expect(stderr).not.toContain('    at ');
    }
  });

  it('leaves an archived article off the site when its page is imported again', async () => {
    await run('archive', slug);
    const environment = { DATABASE_URL: database.url };
    expect((await runMaqal(['seed'], environment)).code).toBe(0);
    expect((await runJson('show', slug)).article.status).toBe('ARCHIVED');
  });
});
