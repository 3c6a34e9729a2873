import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { print } from 'graphql';
import { AddCommentDocument, FrontPageDocument } from '../../examples/generated/operations';
import { buildComment } from '../support/builders';
import { endServices, type ServiceProcess, startService } from '../support/service-process';
import { sendOperation } from '../support/start-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const limitMs = 10_000;

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

/** A comment's request that the service has begun to read, and that waits for its body. */
async function beginComment(
  body: string,
): Promise<{ sent: ClientRequest; finish: () => Promise<string> }> {
  const variables = { input: buildComment(articleId, { body }) };
  const payload = Buffer.from(JSON.stringify({ query: print(AddCommentDocument), variables }));
  const sent = request(service.url, {
    method: 'POST',
    agent,
    headers: {
      'content-type': 'application/json',
      'content-length': payload.length,
      // The service answers `100 Continue` once it has the head: the sign that the work has begun.
      expect: '100-continue',
    },
  });
  sent.flushHeaders();
  await new Promise((resolve, reject) => {
    sent.once('continue', resolve);
    sent.once('error', reject);
  });
  const finish = async () => {
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      sent.once('response', resolve);
      sent.once('error', reject);
    });
    sent.end(payload);
    const response = await answered;
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString();
  };
  return { sent, finish };
}

/** Asks until the service refuses: what it said, or null where it took no connection any more. */
async function askUntilRefused(): Promise<{ status: number; code: unknown } | null> {
  for (;;) {
    try {
      const { status, errors } = await sendOperation(service.url, '{ __typename }', {});
      if (status !== 200) return { status, code: errors[0]?.extensions?.['code'] };
    } catch {
      return null;
    }
  }
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

  it('finishes the request that it has begun, and refuses new ones meanwhile', async () => {
    const { finish } = await beginComment('وصل قبل الإيقاف');
    const { ended } = await stop('SIGTERM');
    const refusal = await askUntilRefused();
    if (refusal !== null) expect(refusal).toEqual({ status: 503, code: 'SERVICE_STOPPING' });
    const answer = JSON.parse(await finish()) as { data: { addComment: { comment: unknown } } };
    expect(answer.data.addComment.comment).toMatchObject({ body: 'وصل قبل الإيقاف' });
    await expectCleanEnd(ended);
    const restarted = await startService({ DATABASE_URL: database.url });
    const { data } = await sendOperation(restarted.url, FrontPageDocument, {});
    expect(data?.articles.nodes[0]?.commentCount).toBe(1);
    restarted.kill('SIGTERM');
    await restarted.exited;
  });

  it('waits no longer than ten seconds for a client that never finishes', async () => {
    const { sent } = await beginComment('لن يكتمل');
    const cut = new Promise((resolve) => sent.once('error', resolve));
    const { ended } = await stop('SIGTERM');
    await expectCleanEnd(ended);
    await cut;
  });
});
