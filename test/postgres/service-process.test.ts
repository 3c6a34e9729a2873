import { AddCommentDocument, FrontPageDocument } from '../../examples/generated/operations';
import { buildComment } from '../support/builders';
import { createOwnPostgres, type OwnPostgres } from '../support/own-postgres';
import {
  endServices,
  runMaqal,
  type ServiceProcess,
  startService,
} from '../support/service-process';
import { sendOperation } from '../support/start-app';
import { waitUntil } from '../support/wait-until';

jest.setTimeout(120_000);

let postgres: OwnPostgres;
let services: ServiceProcess[];

beforeAll(async () => {
  postgres = await createOwnPostgres();
  const environment = { DATABASE_URL: postgres.url };
  services = [await startService(environment), await startService(environment)];
});

afterAll(async () => {
  await endServices();
  await postgres.remove();
});

const readPage = async ({ url }: ServiceProcess) => {
  const { data } = await sendOperation(url, FrontPageDocument, {});
  const [article] = data?.articles.nodes ?? [];
  return { id: article?.id ?? '', commentCount: article?.commentCount };
};
const isReady = async ({ origin }: ServiceProcess) =>
  (await fetch(`${origin}/health/ready`)).status === 200;
const areReady = async () => (await Promise.all(services.map(isReady))).every((ready) => ready);

describe('two processes on one PostgreSQL', () => {
  it('live through terminated backends, odd notices and restarts, and show what was acknowledged', async () => {
    const [one, two] = services as [ServiceProcess, ServiceProcess];
    const { id } = await readPage(one);
    let acknowledged = 0;
    const stopped = new AbortController();
    const run = async () => {
      while (!stopped.signal.aborted) {
        const answer = await sendOperation(one.url, AddCommentDocument, {
          input: buildComment(id),
        });
        if (answer.data?.addComment.comment?.status === 'APPROVED') acknowledged += 1;
        else expect(answer.status).toBe(503);
      }
    };
    const adding = run();
    const goOn = async () => {
      const before = acknowledged;
      await waitUntil(() => acknowledged > before + 3);
      await readPage(two);
    };
    await goOn();
    await postgres.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'maqal%'`,
    );
    await goOn();
    await postgres.query(`SELECT pg_notify('maqal_commit', 'x')`);
    await goOn();
    for (const mode of ['fast', 'immediate'] as const) {
      await postgres.restart(mode);
      await goOn();
    }
    stopped.abort();
    await adding;
    await waitUntil(areReady);
    const { rows } = await postgres.query('SELECT count(*)::int AS stored FROM comment');
    const { stored } = rows[0] as { stored: number };
    expect(stored).toBeGreaterThanOrEqual(acknowledged);
    const counts = await Promise.all(services.map(readPage));
    expect(counts.map(({ commentCount }) => commentCount)).toEqual([stored, stored]);
    for (const service of services) {
      service.kill('SIGTERM');
      expect(await service.exited).toEqual({ code: 0, signal: null });
      expect(service.log.filter(({ level }) => level >= 60)).toEqual([]);
    }
  });
});

describe('maqal, where PostgreSQL cannot be reached', () => {
  it('ends with 3 and one sentence that says what to do and holds no password', async () => {
    const server = new URL(postgres.url);
    const withUser = (user: string, path: string) =>
      Object.assign(new URL(postgres.url), { username: user, password: 'secret', pathname: path });
    for (const [url, sentence] of [
      ['postgres://somebody:secret@127.0.0.1:1/nowhere', 'does not answer (ECONNREFUSED)'],
      [withUser('nobody-here', '/test').href, 'does not let nobody-here in'],
      [withUser(server.username, '/not-there').href, 'has no database not-there: make it with'],
    ] as const) {
      const { code, stderr } = await runMaqal(['migrate'], { DATABASE_URL: url });
      expect([url, code]).toEqual([url, 3]);
      expect(stderr).toMatch(/^PostgreSQL at \S+ .*, or correct DATABASE_URL\.\n$/);
      expect(stderr).toContain(sentence);
      expect(stderr).not.toContain('secret');
    }
  });
});
