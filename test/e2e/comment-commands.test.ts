import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FrontPageDocument } from '../../examples/generated/operations';
import { startBusyService } from '../support/busy-service';
import {
  endServices,
  type ProcessEnvironment,
  runMaqal,
  type ServiceProcess,
  startService,
} from '../support/service-process';
import { sendOperation } from '../support/start-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { waitUntil } from '../support/wait-until';

const email = 'reader@example.org';

let database: TestDatabase;
let folder: string;
let environment: ProcessEnvironment;

const lineOf = (body: string, others: object = {}) =>
  JSON.stringify({ authorName: 'قارئة', authorEmail: email, body, ...others });

const writeLines = async (lines: readonly string[]) => {
  const file = join(folder, 'comments.jsonl');
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
};

const readArticle = async ({ url }: ServiceProcess) => {
  const { data } = await sendOperation(url, FrontPageDocument, { first: 1 });
  const [article] = data?.articles.nodes ?? [];
  return { id: article?.id ?? '', commentCount: article?.commentCount };
};

const readThread = async ({ url }: ServiceProcess, id: string) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `query ($id: ID!) { node(id: $id) { ... on Article {
        comments(first: 10, orderBy: OLDEST) { nodes {
          body createdAt replies(first: 10) { nodes { body } }
        } }
      } } }`,
      variables: { id },
    }),
  });
  const { data } = (await response.json()) as {
    readonly data: { readonly node: { readonly comments: { readonly nodes: unknown } } };
  };
  return data.node.comments.nodes;
};

const maqal = async (...parameters: string[]) => {
  const result = await runMaqal(parameters, environment);
  return { ...result, json: () => JSON.parse(result.stdout) as unknown };
};

beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'maqal-comments-'));
  environment = { DATABASE_URL: database.url, LOG_LEVEL: 'warn' };
});

afterEach(async () => {
  await endServices();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const findFreePort = async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

describe('maqal comments import', () => {
  it('adds a file’s comments once, says what it refused, and goes on where it was', async () => {
    const service = await startService({ DATABASE_URL: database.url });
    const { id } = await readArticle(service);
    const file = await writeLines([lineOf('أ'), lineOf(' '), lineOf('ب'), 'no json']);
    const first = await maqal('comments', 'import', file, '--article', id, '--json');
    expect(first.json()).toMatchObject({ lineCount: 4, addedCount: 2, knownCount: 0 });
    expect(first.json()).toMatchObject({ refused: [{ line: 2 }, { line: 4 }] });
    expect(first.code).toBe(1);
    // Another process wrote them: the service hears of that a moment later.
    await waitUntil(async () => (await readArticle(service)).commentCount === 2);
    const again = await maqal('comments', 'import', file, '--article', id);
    expect(again.stdout).toContain('Added 0, there already 2, refused 2');
    await writeFile(`${file}.progress`, '{"doneLines": 2}');
    const resumed = await maqal('comments', 'import', file, '--article', id, '--json');
    expect(resumed.json()).toMatchObject({ addedCount: 0, knownCount: 1, skippedCount: 2 });
    await expect(readFile(`${file}.progress`)).rejects.toThrow();
  });

  it('refuses a line that is not UTF-8 with file and line, and drops a byte-order mark', async () => {
    const service = await startService({ DATABASE_URL: database.url });
    const { id } = await readArticle(service);
    const file = await writeLines([`\ufeff${lineOf('أ')}`, lineOf('?'), lineOf('سطر\u2028واحد')]);
    const bytes = await readFile(file);
    bytes[bytes.indexOf('?')] = 0xe9;
    await writeFile(file, bytes);
    const { code, stdout } = await maqal('comments', 'import', file, '--article', id);
    expect(code).toBe(1);
    expect(stdout).toContain('Added 2, there already 0, refused 1');
    expect(stdout).toMatch(
      /line 2: .*comments\.jsonl cannot be read here: it is not UTF-8: byte \d+/,
    );
    await writeFile(file, Buffer.from(`\ufeff${lineOf('ب')}`, 'utf16le'));
    const wide = await maqal('comments', 'import', file, '--article', id);
    expect(wide.code).toBe(3);
    expect(wide.stderr).toMatch(/^.*comments\.jsonl cannot be read: it is UTF-16/m);
  });

  it('sends them to a service with an EDITOR token', async () => {
    const service = await startService({ DATABASE_URL: database.url });
    const { id } = await readArticle(service);
    const made = await maqal('token', 'create', '--role', 'EDITOR', '--name', 'script', '--json');
    const { token } = made.json() as { token: string };
    const file = await writeLines(Array.from({ length: 100 }, (_, index) => lineOf(`نص ${index}`)));
    environment = { ...environment, MAQAL_TOKEN: token };
    const parameters = ['comments', 'import', file, '--article', id, '--url', service.url];
    expect((await maqal(...parameters)).stdout).toContain('Added 100, there already 0, refused 0');
    expect((await readArticle(service)).commentCount).toBe(100);
    environment = { ...environment, MAQAL_TOKEN: `${token}x` };
    const refused = await maqal(...parameters);
    expect(refused).toMatchObject({ code: 3, stdout: '' });
    expect(refused.stderr).toMatch(/^\S+ does not take the token in MAQAL_TOKEN .*\n$/);
  });

  it.each([
    [['/nowhere/comments.jsonl'], 3, 'There is no file or folder /nowhere/comments.jsonl.'],
    [['/dev'], 3, '/dev is not a file.'],
    [['-'], 2, 'error: comments are imported from a file'],
    [[__filename, '--url', 'localhost'], 2, 'Wanted an address such as http://'],
  ])('says in a sentence why it cannot begin with %j', async (parameters, exitCode, sentence) => {
    const { code, stdout, stderr } = await maqal('comments', 'import', ...parameters);
    expect([code, stdout]).toEqual([exitCode, '']);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('gives up at once on an address at which nothing answers, and names it', async () => {
    const url = `http://127.0.0.1:${await findFreePort()}/graphql`;
    const file = await writeLines([lineOf('أ')]);
    const parameters = ['comments', 'import', file, '--article', 'article_x', '--url', url];
    const { code, stdout, stderr } = await maqal(...parameters);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^http:\S+ cannot be reached \(ECONNREFUSED\): .*\n$/);
    expect(stderr).toContain(url);
  });
});

describe('maqal comments import of a past', () => {
  const guest = { authorEmail: null, createdAt: '2021-01-01T00:00:00Z' };
  const past = [
    lineOf('رد', { parentKey: 'old', createdAt: '2019-05-03T10:00:00Z' }),
    lineOf('ضيف', guest),
    lineOf('أقدم', { idempotencyKey: 'old', createdAt: '2019-05-01T10:00:00Z' }),
    lineOf('مرفوض', { createdAt: '2019-06-01T10:00:00Z', status: 'REJECTED' }),
    lineOf('يتيم', { parentKey: 'nobody', createdAt: '2019-06-02T10:00:00Z' }),
  ];

  it('refuses guests without --allow-missing-email, and takes them with it', async () => {
    const service = await startService({ DATABASE_URL: database.url });
    const { id } = await readArticle(service);
    const parameters = ['comments', 'import', await writeLines(past), '--article', id];
    const strict = await maqal(...parameters);
    expect(strict.code).toBe(1);
    expect(strict.stdout).toContain('Added 3, there already 0, refused 2');
    expect(strict.stdout).toMatch(/line 2: .*--allow-missing-email/);
    expect(strict.stdout).toMatch(/line 5: parentKey: no line/);
    const open = await maqal(...parameters, '--allow-missing-email', '--json');
    expect(open.code).toBe(1);
    expect(open.json()).toMatchObject({ addedCount: 1, knownCount: 3, refused: [{ line: 5 }] });
    await waitUntil(async () => (await readArticle(service)).commentCount === 3);
    expect(await readThread(service, id)).toEqual([
      { body: 'أقدم', createdAt: '2019-05-01T10:00:00.000Z', replies: { nodes: [{ body: 'رد' }] } },
      { body: 'ضيف', createdAt: '2021-01-01T00:00:00.000Z', replies: { nodes: [] } },
    ]);
  });

  it('is refused over HTTP, as the help says', async () => {
    const service = await startService({ DATABASE_URL: database.url });
    const { id } = await readArticle(service);
    const made = await maqal('token', 'create', '--role', 'EDITOR', '--name', 'script', '--json');
    const { token } = made.json() as { token: string };
    environment = { ...environment, MAQAL_TOKEN: token };
    const file = await writeLines([
      lineOf('أ', { createdAt: '2019-05-01T10:00:00Z' }),
      lineOf('ب', { status: 'REJECTED' }),
      lineOf('ج', { authorEmail: null }),
      lineOf('د'),
    ]);
    const sent = await maqal(
      ...['comments', 'import', file, '--article', id, '--url', service.url, '--json'],
      '--allow-missing-email',
    );
    expect(sent.code).toBe(1);
    expect(sent.json()).toMatchObject({
      ...{ addedCount: 1, refused: [{ line: 1 }, { line: 2 }, { line: 3 }] },
    });
    const { stdout } = await maqal('comments', 'import', '--help');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'lines with createdAt, status or no e-mail address are refused there',
    );
  });
});

describe('examples/add-comments.ts', () => {
  const script = join(__dirname, '..', '..', 'examples', 'add-comments.ts');
  const add = (
    ...parameters: string[]
  ): Promise<{ code?: number; stdout: string; stderr: string }> => {
    const run = promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...parameters]);
    return run.catch((error: unknown) => error as Awaited<typeof run>);
  };

  it('adds the lines that are UTF-8 and names the others', async () => {
    const service = await startService({ DATABASE_URL: database.url });
    const { id } = await readArticle(service);
    const file = await writeLines([`\ufeff${lineOf('أ')}`, lineOf('?'), '', lineOf('ب')]);
    const bytes = await readFile(file);
    bytes[bytes.indexOf('?')] = 0xe9;
    await writeFile(file, bytes);
    const { code, stdout, stderr } = await add(file, '--article', id, '--url', service.url);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^line 2: refused: the line is not UTF-8/m);
    expect(stdout).toContain('2 added or there already, 1 refused, 0 not sent');
    expect((await readArticle(service)).commentCount).toBe(2);
  });

  it('waits as a busy service asks, however often, and tells what it could not send', async () => {
    const file = await writeLines(Array.from({ length: 20 }, (_, number) => lineOf(`${number}`)));
    let asked = 0;
    const busy = await startBusyService(() =>
      (asked += 1) <= 200 ? { status: 429, retryAfter: '0' } : null,
    );
    const sent = await add(file, '--article', 'article_1', '--url', busy.url);
    busy.stop();
    expect(sent.stdout).toContain('20 added or there already, 0 refused, 0 not sent');
    expect(busy.taken.size).toBe(20);
    const away = await startBusyService(() => ({ status: 503, retryAfter: '60' }));
    const left = await add(file, '--article', 'a', '--url', away.url, '--patience', '5');
    away.stop();
    expect(left.code).toBe(3);
    expect(left.stdout).toContain('0 added or there already, 0 refused, 20 not sent');
    expect(left.stderr).toMatch(/^line 20: not sent: HTTP 503/m);
  });
});

describe('maqal moderation replay', () => {
  it('says what rules would have done, and every fault of rules that cannot be used', async () => {
    const service = await startService({ DATABASE_URL: database.url });
    const { id } = await readArticle(service);
    const file = await writeLines([lineOf('يا كـلب'), lineOf('نص')]);
    await maqal('comments', 'import', file, '--article', id);
    const rules = join(folder, 'rules.json');
    const replay = (...more: string[]) =>
      maqal('moderation', 'replay', '--rules', rules, '--since', '2020-01-01T00:00:00Z', ...more);
    await writeFile(rules, '{"banned": ["كلب"], "repeats": null, "pace": null}');
    expect((await replay('--json')).json()).toMatchObject({
      ...{ commentCount: 2, isComplete: true },
    });
    const { stdout } = await replay();
    expect(stdout).toMatch(/APPROVED +REJECTED +1/);
    expect(stdout).toContain('A banned word: كلب');
    await writeFile(rules, '{"banned": 5, "mode": "NONE"}');
    const faulty = await replay();
    expect(faulty.code).not.toBe(0);
    expect(faulty.stderr).toMatch(/mode.*banned|banned.*mode/s);
  });
});

describe('maqal commenter', () => {
  it('exports what is kept of an address, and keeps it under a new key', async () => {
    const service = await startService({ DATABASE_URL: database.url });
    const { id } = await readArticle(service);
    await maqal('comments', 'import', await writeLines([lineOf('نصي')]), '--article', id);
    const key = Buffer.alloc(32, 7).toString('base64');
    environment = { ...environment, PRIVACY_KEYS: `june:${key}` };
    const rekeyed = await maqal('commenter', 'rekey');
    expect(rekeyed.stdout).toContain('1 addresses');
    const kept = await maqal('commenter', 'export', '--email', email.toUpperCase());
    expect(kept.json()).toMatchObject({ comments: [{ body: 'نصي', authorEmail: email }] });
    const config = await maqal('config');
    expect(config.stdout).toContain('PRIVACY_KEYS');
    expect(config.stdout).not.toContain(key);
  });
});

describe('maqal serve with MODERATION_RULES', () => {
  it('does not start with rules that cannot be used, and says why', async () => {
    const rules = join(folder, 'rules.json');
    await writeFile(rules, '{"mode": "NONE", "banned": [1]}');
    const { code, stderr } = await runMaqal(['serve'], { ...environment, MODERATION_RULES: rules });
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/mode: .*banned\.0: /s);
  });
});
