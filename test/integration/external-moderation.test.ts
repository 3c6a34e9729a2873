import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendComment } from '../support/add-comments';
import { writeArticle } from '../support/builders';
import { type ModeratedService, startModerated } from '../support/moderation';

const secret = 'a-secret-of-the-newsroom';

let desk: ModeratedService;
let server: Server;
let url: string;
let articleId: string;
let answer: { status: number; body: string } | null;
const asked: { headers: IncomingHttpHeaders; body: string }[] = [];

const statusOf = async (body: string) =>
  (await sendComment(desk.service, articleId, { body })).comment?.status;

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      // Without an answer the service waits until its time is over.
      if (answer !== null) response.writeHead(answer.status).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/check`;
  desk = await startModerated(
    { repeats: null, pace: null, external: { url, timeoutMs: 300 } },
    { environment: { MODERATION_SERVICE_SECRET: secret } },
  );
  ({
    article: { id: articleId },
  } = await writeArticle(desk.service));
});

beforeEach(() => {
  asked.length = 0;
  answer = { status: 200, body: '{"verdict": "APPROVED"}' };
});

afterAll(async () => {
  await desk.stop();
  server.closeAllConnections();
  server.close();
});

describe('an external service', () => {
  it('is asked about each comment, with a signature and without the address', async () => {
    expect(await statusOf('نص')).toBe('APPROVED');
    const [request] = asked;
    expect(JSON.parse(request?.body ?? '')).toEqual({
      ...{ articleId, parentId: null, authorName: 'قارئة', body: 'نص' },
    });
    const [, seconds = '', digest] =
      /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(request?.headers['x-maqal-signature'])) ?? [];
    const signed = `${seconds}.${request?.body ?? ''}`;
    expect(digest).toBe(createHmac('sha256', secret).update(signed).digest('hex'));
  });

  it('decides, with its reason among the findings', async () => {
    answer = { status: 200, body: '{"verdict": "SPAM", "reason": "bought followers"}' };
    expect(await statusOf('اشتر متابعين')).toBe('SPAM');
    const [item] = await desk.readQueue({ filter: { articleId, status: ['SPAM'] } });
    expect(item?.findings).toMatchObject([
      { phase: 'external', reason: 'The external service says: bought followers' },
    ]);
  });

  it.each([
    ['fails', { status: 500, body: '' }],
    ['answers what it should not', { status: 200, body: '{"verdict": "FINE"}' }],
    ['redirects', { status: 302, body: '' }],
    ['does not answer in time', null],
  ])('that %s has the comment held', async (_, given) => {
    answer = given;
    expect(await statusOf('نص آخر')).toBe('PENDING');
  });

  it('is not asked about what is refused anyway', async () => {
    await sendComment(desk.service, articleId, { body: ' ' });
    expect(asked).toEqual([]);
  });
});
