import { connect } from 'node:net';
import { AddCommentDocument, ArticlePageDocument } from '../../examples/generated/operations';
import { listPurgedKeys } from '../../src/platform/purge-webhook';
import { sendComment } from '../support/add-comments';
import { buildComment, buildDraft, writeArticle } from '../support/builders';
import { get, type HttpAnswer, post, request } from '../support/http';
import { startApp, type TestApp } from '../support/start-app';
import { waitUntil } from '../support/wait-until';

const origin = 'https://news.example';

let service: TestApp;
let articleId: string;
let edition = 0;
const slug = 'مقال-محفوظ';

beforeAll(async () => {
  service = await startApp({ environment: { CORS_ORIGINS: origin } });
});

beforeEach(async () => {
  const paragraphs = Array.from({ length: 40 }, () => 'فقرة من نص المقال.').join('\n\n');
  const sections = buildDraft().sections.map((section) => ({ ...section, body: paragraphs }));
  edition += 1;
  const title = `مقال في طبعته ${edition}`;
  ({
    article: { id: articleId },
  } = await writeArticle(service, { slug, title, sections }));
});

afterAll(() => service.stop());

/** The article's page by the operation's name, as a browser's script or a CDN asks. */
const readPage = (headers: Record<string, string> = {}) =>
  get(service, { documentId: 'ArticlePage', variables: { slug } }, headers);

const header = (answer: HttpAnswer, name: string) => answer.headers.get(name);
const headersOf = (answer: HttpAnswer, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, header(answer, name)]));

describe('ETag', () => {
  it('stands at every answer that others may have, and is the same for the same bytes', async () => {
    const [first, second] = [await readPage(), await readPage()];
    expect(header(first, 'etag')).toMatch(/^W\/"[\w-]{27}"$/);
    expect(header(second, 'etag')).toBe(header(first, 'etag'));
    expect(second.text).toBe(first.text);
  });

  it('is answered with 304 and no bytes, before anything is executed', async () => {
    const first = await readPage();
    service.statements.length = 0;
    const etag = header(first, 'etag') ?? '';
    for (const seen of [etag, etag.slice(2), `"other", ${etag}`, '*']) {
      const again = await readPage({ 'if-none-match': seen });
      expect([again.status, again.text]).toEqual([304, '']);
      const kept = ['etag', 'cache-control', 'vary', 'surrogate-key'];
      expect(headersOf(again, kept)).toEqual(headersOf(first, kept));
    }
    expect(service.statements).toEqual([]);
  });

  it('is another one once the answer has changed', async () => {
    const etag = header(await readPage(), 'etag') ?? '';
    await sendComment(service, articleId);
    const again = await readPage({ 'if-none-match': etag });
    expect([again.status, header(again, 'etag') === etag]).toEqual([200, false]);
  });

  it('is the same where an answer was executed anew and is as before', async () => {
    const etag = header(await readPage(), 'etag') ?? '';
    const again = await readPage({ 'if-none-match': etag, accept: 'application/json, */*' });
    expect(again.status).toBe(304);
  });

  it('is not asked of POST', async () => {
    const query = `{ article(slug: "${slug}") { title } }`;
    const etag = header(await post(service, { query }), 'etag') ?? '';
    expect((await post(service, { query }, { 'if-none-match': etag })).status).toBe(200);
  });
});

describe('Cache-Control', () => {
  it('is public for as long as the shortest hint of the fields says', async () => {
    const readHint = async (selection: string) =>
      header(await get(service, { query: `{ articles { ${selection} } }` }), 'cache-control');
    expect(await readHint('nodes { title }')).toBe('public, max-age=60, stale-while-revalidate=60');
    const live = await readHint('nodes { title commentCount }');
    expect(Number(/^public, max-age=(\d+), stale/.exec(live ?? '')?.[1])).toBeLessThan(60);
  });

  it('is private and no-store for a mutation, an error and whoever says who they are', async () => {
    const query = `{ article(slug: "${slug}") { title } }`;
    const answers = [
      await service.send(AddCommentDocument, { input: buildComment(articleId) }),
      await service.send('{ nothing }'),
      await service.send('{ articles(first: -1) { totalCount } }'),
      await service.send(query, {}, { headers: { authorization: 'Bearer something' } }),
      await get(service, { query }, { authorization: 'Bearer something' }),
    ];
    for (const { headers } of answers) {
      expect([headers.get('cache-control'), headers.get('etag')]).toEqual([
        'private, no-store',
        null,
      ]);
    }
  });
});

describe('an answer to whoever sends an Authorization header', () => {
  it('is neither kept for others nor taken from what is kept', async () => {
    const query = `{ article(slug: "${slug}") { title byline } }`;
    const authorization = 'Bearer something';
    await post(service, { query }, { authorization });
    service.statements.length = 0;
    const anonymous = await post(service, { query });
    expect(service.statements).toEqual(['article.findBySlug']);
    expect(header(anonymous, 'etag')).not.toBeNull();
    const named = await post(service, { query }, { authorization });
    expect(header(named, 'etag')).toBeNull();
  });
});

describe('Vary', () => {
  it('names what tells one answer from another', async () => {
    expect(header(await readPage(), 'vary')).toBe('Accept, Accept-Encoding, Authorization, Origin');
  });
});

describe('Content-Encoding', () => {
  const encodingOf = async (accepted: string) =>
    header(await readPage({ 'accept-encoding': accepted }), 'content-encoding');

  it.each([
    ['gzip', 'gzip'],
    ['br', 'br'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br;q=0.1', 'br'],
  ])('is, once packed, for a client that takes %s: %s', async (accepted, wanted) => {
    const plain = await readPage({ 'accept-encoding': 'identity' });
    await waitUntil(async () => (await encodingOf(accepted)) === wanted);
    const packed = await readPage({ 'accept-encoding': accepted });
    expect(packed.text).toBe(plain.text);
    expect(header(packed, 'etag')).toBe(header(plain, 'etag'));
    expect(Number(header(packed, 'content-length'))).toBeLessThan(plain.text.length);
  });

  it('is none for a client that takes none, or refuses all', async () => {
    await waitUntil(async () => (await encodingOf('br')) === 'br');
    expect([await encodingOf('identity'), await encodingOf('gzip;q=0,br; q=0.0')]).toEqual([
      null,
      null,
    ]);
  });
});

describe('Surrogate-Key', () => {
  const keysOf = (answer: HttpAnswer) => (header(answer, 'surrogate-key') ?? '').split(' ');

  it('names what the answer was made of, absences included, in ASCII', async () => {
    const keys = keysOf(await readPage());
    const [slugKey = ''] = listPurgedKeys(`slug:${slug}`);
    expect(slugKey).toMatch(/^slug:[0-9a-f]{16}$/);
    expect(keys).toEqual(
      expect.arrayContaining([`article:${articleId}`, `comments:${articleId}`, slugKey]),
    );
    const absent = await get(service, { documentId: 'ArticlePage', variables: { slug: 'none' } });
    expect(keysOf(absent)).toEqual(['slug:none']);
  });

  it('names buckets where the tags are too long, which every purge of one of them names', async () => {
    const written = await Promise.all(Array.from({ length: 100 }, () => writeArticle(service)));
    const answer = await get(service, { documentId: 'FrontPage', variables: { first: 100 } });
    const keys = keysOf(answer);
    expect(header(answer, 'surrogate-key')?.length).toBeLessThanOrEqual(4_096);
    expect(keys.every((key) => /^bucket:\d+$/.test(key))).toBe(true);
    for (const { article } of written) {
      const purged = listPurgedKeys(`article:${article.id}`);
      expect(keys.filter((key) => purged.includes(key))).toHaveLength(1);
    }
  });

  it('can have another name, or none', async () => {
    for (const name of ['Cache-Tag', 'xkey', 'none']) {
      const other = await startApp({ environment: { CACHE_TAG_HEADER: name } });
      const { headers } = await other.send(ArticlePageDocument, { slug });
      await other.stop();
      expect(headers.get('surrogate-key')).toBeNull();
      if (name !== 'none') expect(headers.get(name)).toMatch(/^slug:/);
    }
  });
});

describe('CORS', () => {
  it('lets the configured origins read a kept answer, and no others', async () => {
    const allowed = async (from: string) =>
      header(await readPage({ origin: from }), 'access-control-allow-origin');
    await readPage();
    service.statements.length = 0;
    expect([await allowed(origin), await allowed('https://elsewhere.example')]).toEqual([
      origin,
      null,
    ]);
    const seen = await readPage({ origin, 'if-none-match': '*' });
    expect([seen.status, header(seen, 'access-control-allow-origin')]).toEqual([304, origin]);
    expect(service.statements).toEqual([]);
  });

  it('answers a preflight of GET and of POST', async () => {
    for (const method of ['GET', 'POST']) {
      const headers = { origin, 'access-control-request-method': method };
      const answer = await request(service, '/graphql', { method: 'OPTIONS', headers });
      expect(header(answer, 'access-control-allow-origin')).toBe(origin);
    }
  });
});

describe('a kept answer on the wire', () => {
  const path = `/graphql?documentId=ArticlePage&variables=${encodeURIComponent(JSON.stringify({ slug }))}`;
  const ask = (version: string, more = '') =>
    `GET ${path} HTTP/${version}\r\nhost: maqal\r\n${more}\r\n`;

  it('answers what comes at once on one connection in order, each whole', async () => {
    const { text } = await readPage();
    const closing = ask('1.1', 'connection: close\r\n');
    const answers = parseAnswers(await exchange(ask('1.1') + ask('1.1') + closing));
    expect(answers.map(({ body }) => body)).toEqual([text, text, text]);
    expect(answers.map(({ head }) => /^connection: (.*)$/im.exec(head)?.[1])).toEqual([
      ...['keep-alive', 'keep-alive', 'close'],
    ]);
  });

  it('has the same headers on a connection that stays open as on one that is closed', async () => {
    await readPage();
    const closing = ask('1.1', 'connection: close\r\n');
    const [open, closed] = parseAnswers(await exchange(ask('1.1') + closing));
    const names = (head = '') =>
      head
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(':')[0]?.toLowerCase())
        .filter((name) => name !== 'keep-alive')
        .sort();
    expect(names(open?.head)).toEqual(names(closed?.head));
    expect(open?.head).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(open?.head).toMatch(/^date: \w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/m);
  });

  it('reaches a client of HTTP/1.0, whose connection is closed behind it', async () => {
    const { text } = await readPage();
    const [answer] = parseAnswers(await exchange(ask('1.0')));
    expect(answer?.body).toBe(text);
  });
});

/** Sends bytes over one connection, and reads until the service closes it. */
function exchange(sent: string): Promise<Buffer> {
  const { port, hostname } = new URL(service.url);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(sent));
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.once('error', reject);
    socket.once('close', () => {
      resolve(Buffer.concat(chunks));
    });
  });
}

/** Answers as they follow each other on a connection, each as long as it says. */
function parseAnswers(bytes: Buffer): { head: string; body: string }[] {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return [];
  const head = bytes.toString('latin1', 0, headEnd);
  const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1]);
  const bodyEnd = headEnd + 4 + length;
  const body = bytes.toString('utf8', headEnd + 4, bodyEnd);
  return [{ head, body }, ...parseAnswers(bytes.subarray(bodyEnd))];
}
