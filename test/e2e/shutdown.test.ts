import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { print } from 'graphql';
import { AddCommentDocument, FrontPageDocument } from '../../examples/generated/operations';
import { buildComment } from '../support/builders';
import { blockWrites } from '../support/raw-database';
import { endServices, type ServiceProcess, startService } from '../support/service-process';
import { sendOperation } from '../support/start-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const limitMs = 10_000;

/** What a service answers to what it does not begin any more. */
const stopping = { status: 503, codes: ['SERVICE_STOPPING'] };

let database: TestDatabase;
let service: ServiceProcess;
let articleId: string;
let agent: Agent;

beforeEach(async () => {
  agent = new Agent({ keepAlive: true });
  database = await createTestDatabase();
  service = await startService({ DATABASE_URL: database.url });
  const { data } = await sendOperation(service.url, FrontPageDocument, {});
  articleId = data?.articles.nodes[0]?.id ?? '';
});

afterEach(async () => {
  await endServices();
  agent.destroy();
  await database.drop();
});

/** Sends the signal; how the process ended, and how long it took. */
async function stop(signal: NodeJS.Signals) {
  const startedAt = performance.now();
  service.kill(signal);
  await service.waitForLine('Stopping');
  const ended = service.exited.then((exit) => ({ exit, tookMs: performance.now() - startedAt }));
  return { ended };
}

async function expectCleanEnd(ended: Promise<{ exit: unknown; tookMs: number }>): Promise<void> {
  const { exit, tookMs } = await ended;
  expect(exit).toEqual({ code: 0, signal: null });
  expect(tookMs).toBeLessThan(limitMs);
}

/** A comment's request of which the service has the head: its body is yet to come. */
async function beginComment(body: string) {
  const variables = { input: buildComment(articleId, { body }) };
  const payload = Buffer.from(JSON.stringify({ query: print(AddCommentDocument), variables }));
  const sent = request(service.url, {
    method: 'POST',
    agent,
    headers: {
      'content-type': 'application/json',
      'content-length': payload.length,
      // The service answers `100 Continue` once it has the head.
      expect: '100-continue',
    },
  });
  sent.flushHeaders();
  await new Promise((resolve, reject) => {
    sent.once('continue', resolve);
    sent.once('error', reject);
  });
  return { sent, payload };
}

/** Sends the body that is missing. Resolves once it has gone; `answer` then to what it came to. */
async function finishComment({ sent, payload }: { sent: ClientRequest; payload: Buffer }) {
  const answer = readAnswer(sent);
  await new Promise<void>((resolve) => sent.end(payload, resolve));
  return { answer };
}

async function readAnswer(sent: ClientRequest) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve);
    sent.once('error', reject);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const { data, errors = [] } = JSON.parse(Buffer.concat(chunks).toString()) as {
    data?: { addComment: { comment: { body: string } } };
    errors?: { extensions: { code: string } }[];
  };
  return {
    status: response.statusCode,
    codes: errors.map(({ extensions }) => extensions.code),
    body: data?.addComment.comment.body,
  };
}

/** Asks until the service refuses: what it said, or null where it took no connection any more. */
async function askUntilRefused() {
  for (;;) {
    try {
      const { status, errors } = await sendOperation(service.url, '{ __typename }', {});
      if (status !== 200)
        return { status, codes: errors.map((error) => error.extensions?.['code']) };
    } catch {
      return null;
    }
  }
}

/** How many comments the database holds, as the next service sees them. */
async function countComments(): Promise<number | undefined> {
  const next = await startService({ DATABASE_URL: database.url });
  const { data } = await sendOperation(next.url, FrontPageDocument, {});
  return data?.articles.nodes[0]?.commentCount;
}

describe('maqal serve, told to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends with 0 on %s, idle keep-alive connections or not',
    async (signal) => {
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        request(`${service.origin}/health/live`, { agent }, resolve).once('error', reject).end();
      });
      response.resume();
      await new Promise((resolve) => response.once('end', resolve));
      const { ended } = await stop(signal);
      await expectCleanEnd(ended);
      expect(service.log.at(-1)).toMatchObject({ msg: 'Stopped' });
    },
  );

  it('ends what runs, and refuses what comes meanwhile', async () => {
    const unblock = await blockWrites(database);
    const { answer } = await finishComment(await beginComment('وصل قبل الإيقاف'));
    // What came before is read before: the comment waits for the database once these are answered.
    for (const path of ['/health/live', '/health/ready']) await fetch(`${service.origin}${path}`);
    const { ended } = await stop('SIGTERM');
    expect([null, stopping]).toContainEqual(await askUntilRefused());
    await unblock();
    expect(await answer).toEqual({ status: 200, codes: [], body: 'وصل قبل الإيقاف' });
    await expectCleanEnd(ended);
    expect(await countComments()).toBe(1);
  });

  it('does not begin what is still on its way, and says so', async () => {
    const begun = await beginComment('وصل بعد الإيقاف');
    const { ended } = await stop('SIGTERM');
    expect([null, stopping]).toContainEqual(await askUntilRefused());
    const { answer } = await finishComment(begun);
    expect(await answer).toEqual({ ...stopping, body: undefined });
    await expectCleanEnd(ended);
    expect(await countComments()).toBe(0);
  });

  it('waits no longer than ten seconds for a client that never finishes', async () => {
    const { sent } = await beginComment('لن يكتمل');
    const cut = new Promise((resolve) => sent.once('error', resolve));
    const { ended } = await stop('SIGTERM');
    await expectCleanEnd(ended);
    await cut;
  });
});

describe('maqal serve with STOP_DELAY_MS, told to stop', () => {
  const ready = async () => (await fetch(`${service.origin}/health/ready`)).status;
  const startDelayed = async (delayMs: number) => {
    await endServices();
    service = await startService({
      DATABASE_URL: database.url,
      STOP_DELAY_MS: String(delayMs),
    });
  };

  it('is not ready at once, serves everything for the delay, and asks for new connections', async () => {
    await startDelayed(3_000);
    await sendOperation(service.url, FrontPageDocument, {});
    expect(await ready()).toBe(200);
    const { ended } = await stop('SIGTERM');
    const response = await fetch(`${service.origin}/health/ready`);
    expect([response.status, await response.json()]).toEqual([503, { status: 'stopping' }]);
    const input = buildComment(articleId, { body: 'أثناء المهلة' });
    const written = await sendOperation(service.url, AddCommentDocument, { input });
    expect(written.data?.addComment.comment?.body).toBe('أثناء المهلة');
    // Executed first, then from the cache: neither keeps its connection.
    for (let time = 0; time < 3; time += 1) {
      const { status, headers } = await sendOperation(service.url, FrontPageDocument, {});
      expect([status, headers.get('connection')]).toEqual([200, 'close']);
    }
    await expectCleanEnd(ended);
    expect(await countComments()).toBe(1);
  });

  it('ends at once on a second signal', async () => {
    await startDelayed(600_000);
    const { ended } = await stop('SIGTERM');
    service.kill('SIGTERM');
    expect((await ended).exit).toEqual({ code: 143, signal: null });
  });
});
