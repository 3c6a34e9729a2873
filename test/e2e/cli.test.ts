import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { type CommandResult, runMaqal } from '../support/service-process';
import { startApp } from '../support/start-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

// A case starts up to four processes, and the machine may be busy with other suites.
jest.setTimeout(60_000);

/** The report of `maqal import --json`, as a script reads it. */
interface ImportOutput {
  readonly files: readonly {
    readonly file: string;
    readonly outcome: 'created' | 'updated' | 'unchanged' | 'refused';
    readonly articleId: string | null;
    readonly slug: string | null;
    readonly reason: string | null;
    readonly notes: readonly string[];
    readonly lines: readonly { readonly line: number; readonly role: string }[];
    readonly uncertain: readonly { readonly line: number; readonly reason: string }[];
    readonly confidence: number;
  }[];
}

interface FoundArticle {
  readonly id: string;
  readonly slug: string;
  readonly locale: string;
  readonly title: string;
  readonly publishedAt: string;
  readonly version: number;
  readonly body: string;
}

const page = `عنوان الصفحة الأولى

فريق التحرير
كتب فريق التحرير 3 دقائق للقراءة

هذه الفقرة الأولى من النص، وهي جملة تامة.

عنوان فرعي

وهذه فقرة ثانية تحت العنوان الفرعي، وهي تامة أيضا.

ميدان التحرير في القاهرة (رويترز)

شارك المقال
`;

const root = join(__dirname, '..', '..');

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase({ hasTables: false });
  folder = await mkdtemp(join(tmpdir(), 'maqal-cli-'));
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const run = (...parameters: string[]) => runMaqal(parameters, { DATABASE_URL: database.url });

async function writeFiles(files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
}

const pathOf = (name: string) => join(folder, name);

/** What `--json` printed, which is all that standard output may hold. */
function readReport({ stdout }: CommandResult) {
  return (JSON.parse(stdout) as ImportOutput).files;
}

/** What the service makes of the database, at an instant when all that was published is public. */
async function listArticles(): Promise<readonly FoundArticle[]> {
  const service = await startApp({ database, now: '2100-01-01T00:00:00.000Z' });
  try {
    const { data } = await service.send<{ articles: { nodes: FoundArticle[] } }, never>(
      '{ articles { nodes { id slug locale title publishedAt version body(format: TEXT) } } }',
    );
    return data?.articles.nodes ?? [];
  } finally {
    await service.stop();
  }
}

describe('maqal import --json', () => {
  it('creates the article and gives each line that is not empty its role', async () => {
    await writeFiles({ 'page.txt': page });
    const result = await run('import', '--json', pathOf('page.txt'));
    expect(result.code).toBe(0);
    const [article] = await listArticles();
    expect(readReport(result)).toEqual([
      {
        file: pathOf('page.txt'),
        outcome: 'created',
        articleId: article?.id,
        slug: 'عنوان-الصفحة-الأولى',
        reason: null,
        notes: [],
        lines: [
          { line: 1, role: 'title' },
          { line: 3, role: 'byline' },
          { line: 4, role: 'reading-time' },
          { line: 6, role: 'paragraph' },
          { line: 8, role: 'heading' },
          { line: 10, role: 'paragraph' },
          { line: 12, role: 'caption' },
          { line: 14, role: 'furniture' },
        ],
        uncertain: [],
        confidence: 1,
      },
    ]);
    expect(article).toMatchObject({ slug: 'عنوان-الصفحة-الأولى', locale: 'ar', version: 1 });
  });

  it('changes nothing for the same file, and updates the article for an edited one', async () => {
    await writeFiles({ 'page.txt': page });
    const first = readReport(await run('import', '--json', pathOf('page.txt')));
    const [created] = await listArticles();
    const second = await run('import', '--json', pathOf('page.txt'));
    expect(second.code).toBe(0);
    expect(readReport(second)).toEqual([{ ...first[0], outcome: 'unchanged' }]);
    expect(await listArticles()).toEqual([created]);

    await writeFiles({ 'page.txt': page.replace('جملة تامة', 'جملة معدلة') });
    const third = readReport(await run('import', '--json', pathOf('page.txt')));
    expect(third).toEqual([{ ...first[0], outcome: 'updated' }]);
    const [updated] = await listArticles();
    expect(updated).toMatchObject({
      id: created?.id,
      version: 2,
      publishedAt: created?.publishedAt,
    });
    expect(updated?.body).toContain('جملة معدلة');
  });

  it('says with --dry-run what it would do, and writes nothing', async () => {
    await writeFiles({ 'page.txt': page });
    const result = await run('import', '--json', '--dry-run', pathOf('page.txt'));
    expect(result.code).toBe(0);
    expect(readReport(result)).toMatchObject([{ outcome: 'created', articleId: null }]);
    expect(await listArticles()).toEqual([]);
  });

  it('imports what it can of several files, tells why not of each other, and ends with 1', async () => {
    await writeFiles({
      'good.txt': page,
      'empty.txt': '\n \n',
      'headline.txt': 'عنوان بلا نص\n',
      'latin1.txt': Buffer.from([0xe9, 0x74, 0xe9, 0x0a]),
      'facts.txt': page.replace('الأولى', 'الثانية'),
      'facts.json': '{ "slug": "second", "publishedAt": "yesterday" }',
      'last.txt': page.replace('الأولى', 'الأخيرة'),
    });
    const names = ['good', 'empty', 'missing', 'headline', 'latin1', 'facts', 'last'];
    const result = await run('import', '--json', ...names.map((name) => pathOf(`${name}.txt`)));
    expect(result.code).toBe(1);
    const files = readReport(result);
    expect(files.map(({ file }) => file)).toEqual(names.map((name) => pathOf(`${name}.txt`)));
    const refused = { outcome: 'refused', articleId: null, slug: null };
    expect(files).toMatchObject([
      { outcome: 'created' },
      { ...refused, reason: expect.stringMatching(/^Line \d+: /) as string },
      { ...refused, reason: 'The file cannot be read: ENOENT' },
      { ...refused, reason: expect.stringMatching(/^Line \d+: /) as string },
      {
        ...refused,
        reason:
          'The file cannot be read: line 1: it is not UTF-8: byte 0 (0xE9) begins no valid character',
      },
      { ...refused, reason: expect.stringContaining('publishedAt') as string },
      { outcome: 'created' },
    ]);
    const titles = (await listArticles()).map(({ title }) => title);
    expect(titles.sort()).toEqual(['عنوان الصفحة الأخيرة', 'عنوان الصفحة الأولى']);
  });

  it('reads the facts beside a page, which flags override', async () => {
    await writeFiles({
      'page.txt': page,
      'page.json': JSON.stringify({
        slug: 'from-the-facts',
        locale: 'ar-EG',
        publishedAt: '2024-06-11T12:00:00+03:00',
      }),
    });
    const [fromFacts] = readReport(await run('import', '--json', pathOf('page.txt')));
    expect(fromFacts).toMatchObject({ outcome: 'created', slug: 'from-the-facts' });
    const [fromFlags] = readReport(
      await run(
        ...['import', '--json', '--slug', 'from-a-flag', '--locale', 'ar-MA'],
        ...['--published-at', '2020-01-02T03:04:05Z', pathOf('page.txt')],
      ),
    );
    expect(fromFlags).toMatchObject({ outcome: 'created', slug: 'from-a-flag' });
    expect(await listArticles()).toMatchObject([
      { slug: 'from-the-facts', locale: 'ar-EG', publishedAt: '2024-06-11T09:00:00.000Z' },
      { slug: 'from-a-flag', locale: 'ar-MA', publishedAt: '2020-01-02T03:04:05.000Z' },
    ]);
  });
});

describe('maqal import --source-key', () => {
  it('makes one article of a page that three processes import at once', async () => {
    await writeFiles({ 'page.txt': page });
    const results = await Promise.all(
      ['one', 'two', 'three'].map(() => run('import', '--json', pathOf('page.txt'))),
    );
    const outcomes = results.map((result) => readReport(result)[0]?.outcome);
    expect([...outcomes].sort()).toEqual(['created', 'unchanged', 'unchanged']);
    expect(await listArticles()).toHaveLength(1);
  });

  it('updates the key’s article from any file, and tells of another day', async () => {
    await writeFiles({
      'a.txt': page,
      'b.txt': page.replace('الأولى', 'المصححة').replace('جملة تامة', 'جملة معدلة'),
    });
    const day = (date: string) => ['--published-at', `${date}T06:00:00Z`];
    const [first] = readReport(
      await run('import', '--json', '--source-key', 'cms:1', ...day('2024-06-11'), pathOf('a.txt')),
    );
    const [second] = readReport(
      await run('import', '--json', '--source-key', 'cms:1', pathOf('b.txt')),
    );
    expect(second).toMatchObject({ outcome: 'updated', articleId: first?.articleId, notes: [] });
    const third = await run(
      ...['import', '--source-key', 'cms:1', ...day('2024-06-12'), pathOf('b.txt')],
    );
    expect(third.stdout).toContain('another day, 2024-06-12');
    expect(await listArticles()).toHaveLength(2);
  });
});

describe('maqal import --strict', () => {
  it('refuses a page with uncertain lines and writes nothing; without it they are paragraphs', async () => {
    await writeFiles({ 'page.txt': `${page}\nحقوق النشر تتغير العام المقبل، بحسب الوزير.\n` });
    const refused = await run('import', '--json', '--strict', pathOf('page.txt'));
    expect(refused.code).toBe(1);
    const [report] = readReport(refused);
    expect(report).toMatchObject({ outcome: 'refused', articleId: null, slug: null });
    expect(report?.reason).toMatch(/^1 of 9 lines are uncertain; line 16: /);
    expect(report?.uncertain.map(({ line }) => line)).toEqual([16]);
    expect(report?.confidence).toBe(0.89);
    expect(await listArticles()).toEqual([]);

    const taken = await run('import', pathOf('page.txt'));
    expect(taken.code).toBe(0);
    expect(taken.stdout).toContain('1 uncertain lines, confidence 0.89');
    expect(taken.stdout).toMatch(/16 {2}paragraph {2}uncertain: /);
    expect((await listArticles())[0]?.body).toContain('حقوق النشر تتغير');
  });
});

describe('maqal import', () => {
  it('prints each file’s outcome, and each line’s role, for a person', async () => {
    await writeFiles({ 'page.txt': page, 'headline.txt': 'عنوان بلا نص\n' });
    const { code, stdout } = await run('import', pathOf('page.txt'), pathOf('headline.txt'));
    expect(code).toBe(1);
    const [article] = await listArticles();
    const text = stdout.split('\n');
    expect(text[0]).toBe(
      `${pathOf('page.txt')}: created عنوان-الصفحة-الأولى (${article?.id ?? ''})`,
    );
    expect(text[1]).toBe('     1  title');
    expect(text).toContain('    12  caption');
    expect(stdout).toMatch(/headline\.txt: refused\n {2}Line \d+: /);
  });

  it.each([
    ['--slug for two files', ['--slug', 'one', 'a.txt', 'b.txt'], '--slug'],
    ['--source-key for two files', ['--source-key', 'one', 'a.txt', 'b.txt'], '--source-key'],
    ['a blank source key', ['--source-key', ' ', 'a.txt'], 'Wanted one line'],
    ['a date without a time', ['--published-at', '2024-06-11', 'a.txt'], 'Wanted an instant'],
    ['a language that is no tag', ['--locale', 'a b', 'a.txt'], 'Wanted a language tag'],
  ])('refuses %s before it opens anything', async (_, parameters, reason) => {
    const { code, stdout, stderr } = await runMaqal(['import', ...parameters], {
      DATABASE_URL: 'postgres://127.0.0.1:1/not-there',
    });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
  });
});

describe('maqal config', () => {
  it('lists every variable with the value in force, secrets hidden', async () => {
    const { code, stdout } = await runMaqal(['config'], {
      DATABASE_URL: 'postgres://maqal:hunter2@db.example/news',
      PORT: '4321',
      NODE_ENV: 'production',
    });
    expect(code).toBe(0);
    expect(stdout).not.toContain('hunter2');
    const rows = new Map(
      stdout
        .trim()
        .split('\n')
        .map((row) => row.split(/ {2,}/))
        .map(([name = '', ...cells]) => [name, cells]),
    );
    expect(rows.get('Variable')).toEqual(['Value', 'From', 'Meaning']);
    expect(rows.get('PORT')?.slice(0, 2)).toEqual(['4321', 'set']);
    expect(rows.get('DATABASE_URL')?.slice(0, 2)).toEqual(['postgres://…', 'set']);
    expect(rows.get('HOST')?.slice(0, 2)).toEqual(['127.0.0.1', 'default']);
    expect(rows.get('EXPLORER')?.slice(0, 2)).toEqual(['false', 'default']);
    const named = ['PORT', 'HOST', 'DATABASE_URL', 'PUBLIC_URL', 'LOG_LEVEL', 'SEED', 'EXPLORER'];
    expect([...rows.keys()]).toEqual(
      expect.arrayContaining([...named, 'INTROSPECTION', 'CORS_ORIGINS', 'TRUST_PROXY']),
    );
  });

  it('prints with --markdown the table of docs/operating.md: defaults, whatever is set', async () => {
    const { code, stdout } = await runMaqal(['config', '--markdown'], { PORT: '4321' });
    expect(code).toBe(0);
    const [head, rule, ...rows] = stdout.trim().split('\n');
    expect([head, rule]).toEqual(['| Variable | Default | Meaning |', '| --- | --- | --- |']);
    expect(rows.every((row) => /^\| `[A-Z_]+` \| .*\| .+ \|$/.test(row))).toBe(true);
    expect(rows[0]).toContain('| `PORT` | `4000` |');
  });

  it('ends with 2 for a configuration that cannot be used', async () => {
    const { code, stdout, stderr } = await runMaqal(['config'], { PORT: 'seven' });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('PORT: wanted');
  });
});

describe('maqal schema', () => {
  it('prints SDL, writes it with --out, and compares it with --check', async () => {
    const file = pathOf('schema.graphql');
    const printed = await run('schema');
    expect(printed.code).toBe(0);
    expect(buildSchema(printed.stdout).getQueryType()?.getFields()).toHaveProperty('articles');

    expect((await run('schema', '--out', file)).code).toBe(0);
    expect(await readFile(file, 'utf8')).toBe(printed.stdout);

    expect((await run('schema', '--check', file)).code).toBe(0);
    await writeFile(file, printed.stdout.replace('type Article ', 'type Story '));
    const { code, stderr } = await run('schema', '--check', file);
    expect(code).toBe(1);
    expect(stderr).toContain('npm run schema:write');
  });
});

describe('maqal migrate and maqal seed', () => {
  it('make the tables, then the source article, then nothing more', async () => {
    const migrated = await run('migrate');
    expect([migrated.code, migrated.stdout]).toEqual([0, 'The tables are up to date\n']);
    expect(await listArticles()).toEqual([]);

    const seeded = await run('seed');
    const [article, ...others] = await listArticles();
    expect(others).toEqual([]);
    expect([seeded.code, seeded.stdout]).toEqual([0, `Created ${article?.slug ?? ''}\n`]);

    const again = await run('seed');
    expect([again.code, again.stdout]).toEqual([0, 'There are articles already: nothing done\n']);
    expect(await listArticles()).toEqual([article]);
  });
});

describe('maqal', () => {
  it('lists its commands', async () => {
    const { code, stdout } = await runMaqal(['--help']);
    expect(code).toBe(0);
    for (const command of ['serve', 'migrate', 'seed', 'import', 'files', 'schema', 'config']) {
      expect(stdout).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
    }
  });

  it('tells its exit codes in its help, and its version', async () => {
    const { stdout } = await runMaqal(['--help']);
    expect(stdout).toMatch(/Exit codes:\n {2}0 {2}done\n {2}1 .*\n {2}2 .*\n {2}3 /);
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(await runMaqal(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('refuses --version behind a command, which is no number of an article', async () => {
    const { code, stdout, stderr } = await runMaqal(['article', 'publish', 'x', '--version', '1']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--version');
  });

  it('ends with 2 for a command that it does not have', async () => {
    const { code, stderr } = await runMaqal(['publish']);
    expect(code).toBe(2);
    expect(stderr).toContain('publish');
  });
});
