import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AddCommentDocument, FrontPageDocument } from '../../examples/generated/operations';
import { buildComment } from '../support/builders';
import { endServices, type ServiceProcess, startService } from '../support/service-process';
import { sendOperation } from '../support/start-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { waitUntil } from '../support/wait-until';

const readerCount = 8;
const stopDelayMs = 500;

/** Takes turns among the instances that are ready, and sends nothing twice. */
class Balancer {
  private readonly agent = new Agent({ keepAlive: true });
  private readonly ready: ServiceProcess[] = [];
  private readonly server = createServer((incoming, outgoing) => {
    this.forward(incoming, outgoing);
  });
  private turn = 0;

  async listen(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/graphql`;
  }

  add(instance: ServiceProcess): void {
    this.ready.push(instance);
    void waitUntil(async () => !(await isReady(instance))).then(() => {
      this.ready.splice(this.ready.indexOf(instance), 1);
    });
  }

  close(): void {
    this.agent.destroy();
    this.server.close();
    this.server.closeAllConnections();
  }

  private forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const instance = this.ready[this.turn++ % this.ready.length];
    const { method, headers, url } = incoming;
    const sent = request(`${instance?.origin}${url}`, { method, headers, agent: this.agent });
    sent.on('response', (answer) => {
      const { 'content-type': type, 'content-encoding': coding } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 502, {
        'content-type': type,
        ...(coding === undefined ? {} : { 'content-encoding': coding }),
      });
      answer.pipe(outgoing);
    });
    sent.on('error', (error) => {
      outgoing.writeHead(502, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify({ errors: [{ message: error.message }] }));
    });
    incoming.pipe(sent);
  }
}

async function isReady({ origin }: ServiceProcess): Promise<boolean> {
  try {
    return (await fetch(`${origin}/health/ready`)).ok;
  } catch {
    return false;
  }
}

let database: TestDatabase;
let balancer: Balancer;
let url: string;

const startInstance = async (): Promise<ServiceProcess> => {
  const instance = await startService({
    DATABASE_URL: database.url,
    STOP_DELAY_MS: String(stopDelayMs),
    RATE_LIMIT: 'off',
  });
  balancer.add(instance);
  return instance;
};

beforeAll(async () => {
  database = await createTestDatabase();
  balancer = new Balancer();
  url = await balancer.listen();
});

afterAll(async () => {
  balancer.close();
  await endServices();
  await database.drop();
});

describe('two instances that are restarted one after the other', () => {
  it('answer every request, and lose no comment', async () => {
    let instances = [await startInstance(), await startInstance()];
    const { data } = await sendOperation(url, FrontPageDocument, {});
    const [article] = data?.articles.nodes ?? [];
    const statuses = new Map<number, number>();
    let added = 0;
    let isOver = false;
    const count = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const read = async () => {
      while (!isOver) count((await sendOperation(url, FrontPageDocument, {})).status);
    };
    const write = async () => {
      while (!isOver) {
        const input = buildComment(article?.id ?? '', { body: `تعليق ${added}` });
        const { status, data: answer } = await sendOperation(url, AddCommentDocument, { input });
        count(status);
        if (answer?.addComment.comment?.id !== undefined) added += 1;
      }
    };
    const clients = [...Array.from({ length: readerCount }, read), write()];
    for (let restart = 0; restart < 2; restart += 1) {
      const [oldest, ...others] = instances;
      const before = added;
      oldest?.kill('SIGTERM');
      expect(await oldest?.exited).toEqual({ code: 0, signal: null });
      instances = [...others, await startInstance()];
      await waitUntil(() => added > before);
    }
    isOver = true;
    await Promise.all(clients);
    expect([...statuses.keys()]).toEqual([200]);
    // One instance hears of another's commit a moment later.
    await waitUntil(async () => {
      const after = await sendOperation(url, FrontPageDocument, {});
      const counted = after.data?.articles.nodes.find(({ id }) => id === article?.id);
      return counted?.commentCount === added;
    });
  }, 120_000);
});
