import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { print } from 'graphql';
import {
  CreateArticleDocument,
  PublishArticleDocument,
  UpdateArticleDocument,
} from '../../examples/generated/operations';
import { runMaqal, type ServiceProcess, startService } from '../support/service-process';
import { sendOperation } from '../support/start-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

// A case starts up to five processes, and the machine may be busy with other suites.
jest.setTimeout(120_000);

interface Listed {
  readonly slug: string;
  readonly status: string;
  readonly publishedAt: string | null;
  readonly version: number;
}

let database: TestDatabase;
let service: ServiceProcess;
let authorization: string;
let articleCount = 0;
/** The slug of the case's own article, which readers see. */
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
    articles(first: 50) { totalCount nodes { slug } }
  }`;
  const { data } = await sendOperation(service.url, document, { slug });
  return data as {
    article: { publishedAt: string } | null;
    articles: { totalCount: number; nodes: { slug: string }[] };
  };
};

/** A token's secret. */
const createToken = async (name: string) => {
  const parameters = ['token', 'create', '--role', 'EDITOR', '--name', name, '--json'];
  const { stdout } = await runMaqal(parameters, { DATABASE_URL: database.url });
  return (JSON.parse(stdout) as { token: string }).token;
};

/** Publishes an article over HTTP. Shape: its slug. */
const publishArticle = async (): Promise<string> => {
  const headers = { authorization };
  const input = { locale: 'ar', title: `خبر ${(articleCount += 1)}`, sections: [{ body: 'نص.' }] };
  const created = await sendOperation(service.url, CreateArticleDocument, { input }, { headers });
  const { id = '', slug: given = '' } = created.data?.createArticle.article ?? {};
  const published = { id, version: 1 };
  await sendOperation(service.url, PublishArticleDocument, { input: published }, { headers });
  return given;
};

beforeAll(async () => {
  database = await createTestDatabase();
  service = await startService({ DATABASE_URL: database.url });
  authorization = `Bearer ${await createToken('day desk')}`;
});

beforeEach(async () => {
  slug = await publishArticle();
});

afterAll(async () => {
  service.kill('SIGTERM');
  await service.exited;
  await database.drop();
});

describe('maqal article', () => {
  it('takes an article off the running site and brings it back with its date', async () => {
    const before = await readPublic();
    expect(before.articles.nodes).toContainEqual({ slug });
    const archived = await runJson('archive', slug);
    expect(archived).toMatchObject({ isChanged: true, article: { slug, status: 'ARCHIVED' } });
    expect(await readPublic()).toEqual({
      article: null,
      articles: {
        totalCount: before.articles.totalCount - 1,
        nodes: before.articles.nodes.filter((node) => node.slug !== slug),
      },
    });
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
    await run('unpublish', slug);
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
      new RegExp(`^Status .*\\n(.*\\n)*ARCHIVED .* ${slug} `, 'u'),
    );
  });

  it('refuses in a sentence an article that is not there, an unknown status, a large count', async () => {
    for (const [parameters, exitCode, reason] of [
      [['archive', 'nowhere'], 3, 'There is no article'],
      [['list', '--status', 'GONE'], 2, 'Wanted some of DRAFT'],
      [['list', '--first', '101'], 2, 'from 1 to 100'],
    ] as const) {
      const { code, stdout, stderr } = await run(...parameters);
      expect([code, stdout]).toEqual([exitCode, '']);
      expect(stderr).toContain(reason);
      expect(stderr).not.toContain('    at ');
    }
  });

  it('leaves an archived article off the site when its page is imported again', async () => {
    const { stdout } = await run('list', '--json');
    const { articles } = JSON.parse(stdout) as { articles: Listed[] };
    const seeded = articles.find((article) => !article.slug.startsWith('خبر-'))?.slug ?? '';
    await run('archive', seeded);
    const environment = { DATABASE_URL: database.url };
    expect((await runMaqal(['seed'], environment)).code).toBe(0);
    expect((await runJson('show', seeded)).article.status).toBe('ARCHIVED');
  });
});

describe('examples/publish-article.ts', () => {
  const script = join(__dirname, '..', '..', 'examples', 'publish-article.ts');
  const text = '\n\nفقرة.\n\n## عنوان فرعي\n\n```\n## ليس عنوانًا\n```\n';
  /** The case's own title, and the slug that it becomes. */
  let title: string;
  let expectedSlug: string;
  let folder: string;
  let file: string;

  const publish = (...options: string[]) => {
    const parameters = ['--import', 'tsx', script, file, '--url', service.url, ...options];
    const env = { ...process.env, MAQAL_TOKEN: authorization.replace('Bearer ', '') };
    const run = promisify(execFile)(process.execPath, parameters, { env });
    return run.catch((error: unknown) => error as Awaited<typeof run>);
  };
  /** The one article of the file as `maqal article list` knows it. */
  const findArticle = async () => {
    const { stdout } = await run('list', '--json');
    const { articles } = JSON.parse(stdout) as { articles: (Listed & { id: string })[] };
    return articles.filter((article) => article.slug === expectedSlug);
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'maqal-article-'));
    file = join(folder, 'article.md');
    title = `ملف ${articleCount}`;
    expectedSlug = `ملف-${articleCount}`;
    await writeFile(file, `# ${title}${text}`);
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('publishes a Markdown file once, however often it runs', async () => {
    const first = await publish();
    expect([first.stderr, first.stdout]).toEqual([
      '',
      expect.stringMatching(/^PUBLISHED \S+Z http/),
    ]);
    expect((await publish()).stdout).toBe(first.stdout);
    expect(await findArticle()).toMatchObject([{ slug: expectedSlug, status: 'PUBLISHED' }]);
    const document =
      'query ($slug: String!) { article(slug: $slug) { title sections { heading paragraphs } } }';
    const { data } = await sendOperation(service.url, document, { slug: expectedSlug });
    expect(data).toEqual({
      article: {
        title,
        sections: [
          { heading: null, paragraphs: ['فقرة.'] },
          { heading: 'عنوان فرعي', paragraphs: ['## ليس عنوانًا'] },
        ],
      },
    });
  });

  it('plans the publication of a JSON file, and says every fault of another', async () => {
    file = join(folder, 'article.json');
    await writeFile(file, JSON.stringify({ title, sections: [{ body: 'نص.' }] }));
    const planned = await publish('--at', '2100-01-01T00:00:00Z');
    expect([planned.stderr, planned.stdout]).toEqual([
      '',
      expect.stringMatching(/^SCHEDULED 2100-01-01T00:00:00.000Z http/),
    ]);
    expect((await findArticle())[0]?.publishedAt).toBe('2100-01-01T00:00:00.000Z');
    await writeFile(file, JSON.stringify({ title: ' ', tags: [''], sections: [] }));
    const { stdout, stderr } = await publish();
    expect(stdout).toBe('');
    expect(stderr).toMatch(/input\.title REQUIRED: [\s\S]*input\.tags\.0 REQUIRED: /);
  });

  it('publishes nothing that somebody has touched since, and says who', async () => {
    expect((await publish('--draft')).stdout).toMatch(/^DRAFT /);
    const [{ id, version } = { id: '', version: 0 }] = await findArticle();
    await fetch(service.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await createToken('night desk')}`,
      },
      body: JSON.stringify({
        query: print(UpdateArticleDocument),
        variables: { input: { id, version, title: 'عنوان الليل' } },
      }),
    });
    const { stdout, stderr } = await publish();
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^night desk came first: version 2 of .*عنوان الليل/);
    expect(await findArticle()).toMatchObject([{ status: 'DRAFT' }]);
  });
});
