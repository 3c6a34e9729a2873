import { Role } from '../../src/platform/request';
import { codesOf } from '../support/ask';
import { buildComment, writeArticle } from '../support/builders';
import { get, type HttpAnswer, post } from '../support/http';
import { startApp, type TestApp } from '../support/start-app';
import { createToken } from '../support/tokens';

let service: TestApp;

const start = async (environment: Record<string, string>) => {
  service = await startApp({ environment });
};

afterEach(() => service.stop());

const from = (address: string) => ({ 'x-forwarded-for': address });
/** Two points: one for the request, one for its only field. */
const cheap = '{ viewer { __typename } }';
const send = (headers: Record<string, string> = {}, query = cheap) =>
  post(service, { query }, headers);

const remaining = ({ headers }: HttpAnswer): number =>
  Number(/^"(?:address|token)";r=(\d+);t=\d+$/.exec(headers.get('ratelimit') ?? '')?.[1]);

/** Sends until it is refused. */
const spend = async (headers: Record<string, string> = {}, query = cheap) => {
  for (let sent = 0; sent < 200; sent += 1) {
    const answer = await send(headers, query);
    if (answer.status !== 200) return { answer, sent };
  }
  throw new Error('Nothing was refused');
};

describe('RATE_LIMIT', () => {
  it('tells with each answer how much there is and what is left', async () => {
    await start({ RATE_LIMIT: '60' });
    const answer = await send();
    expect(answer.headers.get('ratelimit-policy')).toBe('"address";q=60;w=60');
    const left = remaining(answer);
    expect(left).toBeLessThan(60);
    expect(remaining(await send())).toBe(left - (60 - left));
  });

  it('refuses with RATE_LIMITED, and says when to come again, and then it is true', async () => {
    await start({ RATE_LIMIT: '60' });
    const { answer } = await spend();
    expect([answer.status, codesOf(answer)]).toEqual([429, ['RATE_LIMITED']]);
    const seconds = Number(answer.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(answer.errors[0]?.extensions?.['retryAfterSeconds']).toBe(seconds);
    const again = new Date(service.clock.now().getTime() + seconds * 1_000).toISOString();
    expect(answer.errors[0]?.message).toContain(again);
    expect(answer.headers.get('ratelimit')).toMatch(/^"address";r=0;t=\d+$/);
    expect((await send()).status).toBe(429);
    service.clock.advance(seconds * 1_000);
    expect((await send()).status).toBe(200);
  });

  it('tells an operation that was refused for its cost when there is enough for it', async () => {
    await start({ RATE_LIMIT: '300', RESPONSE_CACHE: 'false' });
    const query = '{ articles(first: 50) { nodes { id title } } }';
    const { answer } = await spend({}, query);
    const seconds = Number(answer.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect((await send({}, query)).status).toBe(429);
    // The request that came too early has cost its point.
    service.clock.advance((seconds + 1) * 1_000);
    expect((await send({}, query)).status).toBe(200);
  });

  it('weighs an operation by its cost, as MAX_COST does', async () => {
    await start({ RATE_LIMIT: '10000' });
    const small = remaining(await send({}, '{ articles(first: 1) { nodes { id } } }'));
    const large = remaining(await send({}, '{ articles(first: 100) { nodes { id title } } }'));
    expect(10_000 - small).toBeLessThan(10);
    expect(small - large).toBeGreaterThan(100);
  });

  it('takes an operation dearer than a minute’s points, and then nothing for a minute', async () => {
    await start({ RATE_LIMIT: '50' });
    const dear = '{ articles(first: 100) { nodes { id title } } }';
    service.clock.advance(1_000);
    const first = await send({}, dear);
    // The request itself has taken a point of the fifty already.
    expect([first.status, codesOf(first)]).toEqual([429, ['RATE_LIMITED']]);
    const seconds = Number(first.headers.get('retry-after'));
    expect(seconds).toBeLessThanOrEqual(60);
  });

  it('counts requests that cannot be executed too', async () => {
    await start({ RATE_LIMIT: '5' });
    for (let sent = 0; sent < 5; sent += 1) expect((await send({}, '{')).status).toBe(400);
    expect((await send({}, '{')).status).toBe(429);
  });

  it('counts answers that were kept, a point each', async () => {
    await start({ RATE_LIMIT: '20' });
    await writeArticle(service);
    const query = '{ articles { nodes { slug } } }';
    const answers: number[] = [];
    service.statements.length = 0;
    for (let sent = 0; sent < 100; sent += 1) answers.push((await send({}, query)).status);
    expect(answers).toContain(429);
    expect(answers.indexOf(429)).toBeLessThan(20);
  });

  it('counts a GET like a POST', async () => {
    await start({ RATE_LIMIT: '3' });
    const statuses: number[] = [];
    for (let sent = 0; sent < 4; sent += 1) {
      statuses.push((await get(service, { query: cheap })).status);
    }
    expect(statuses).toContain(429);
  });

  it('counts a token for itself, and not its address', async () => {
    await start({ RATE_LIMIT: '30' });
    const [one, two] = await Promise.all(
      ['one', 'two'].map(async (name) => ({
        authorization: `Bearer ${await createToken(service, Role.EDITOR, { name })}`,
      })),
    );
    const { answer } = await spend(one);
    expect(answer.headers.get('ratelimit-policy')).toBe('"token";q=30;w=60');
    expect((await send(two)).status).toBe(200);
    expect((await send()).status).toBe(200);
  });

  it('counts tokens that are none by their address, and then refuses them as such', async () => {
    await start({ RATE_LIMIT: '5' });
    const { sent, answer } = await spend({ authorization: 'Bearer guess' }).catch(() => ({
      sent: -1,
      answer: null,
    }));
    expect([sent, answer?.status]).toEqual([0, 401]);
    for (let guess = 1; guess < 5; guess += 1) await send({ authorization: 'Bearer guess' });
    expect((await send({ authorization: 'Bearer guess' })).status).toBe(429);
    expect((await send()).status).toBe(429);
  });

  it('looks up no token of an address that has spent its points', async () => {
    await start({ RATE_LIMIT: '5' });
    const guess = (number: number) => send({ authorization: `Bearer guess-${number}` });
    for (let number = 1; number <= 5; number += 1) expect((await guess(number)).status).toBe(401);
    service.statements.length = 0;
    expect((await guess(6)).status).toBe(429);
    expect(service.statements).toEqual([]);
  });

  it('lets a token that was seen before pass where its address has spent its points', async () => {
    await start({ RATE_LIMIT: '20' });
    const secret = await createToken(service, Role.EDITOR);
    const named = { authorization: `Bearer ${secret}` };
    expect((await send(named)).status).toBe(200);
    await spend();
    expect((await send(named)).status).toBe(200);
  });

  it('writes nothing of a mutation that it refuses', async () => {
    await start({ RATE_LIMIT: '12' });
    const { article } = await writeArticle(service);
    const query = `mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } } }`;
    const body = { query, variables: { input: buildComment(article.id) } };
    const statuses: number[] = [];
    for (let sent = 0; sent < 10; sent += 1) statuses.push((await post(service, body)).status);
    const added = statuses.filter((status) => status === 200).length;
    expect(added).toBeGreaterThan(0);
    expect(added).toBeLessThan(10);
    service.clock.advance(60_000);
    const { text } = await send(
      {},
      `{ article(slug: ${JSON.stringify(article.slug)}) { commentCount } }`,
    );
    expect(text).toContain(`"commentCount":${added}`);
  });

  it('is off where it is `off`: nothing is counted and nothing told', async () => {
    await start({ RATE_LIMIT: 'off' });
    const { headers } = await send();
    expect([headers.get('ratelimit'), headers.get('ratelimit-policy')]).toEqual([null, null]);
  });
});

describe('TRUST_PROXY', () => {
  it('believes nobody by default, so that no caller can choose an address', async () => {
    await start({ RATE_LIMIT: '10' });
    await spend(from('192.0.2.1'));
    expect((await send(from('192.0.2.2'))).status).toBe(429);
  });

  it.each(['true', '1', 'loopback', '127.0.0.1,::1'])(
    'believes the proxy that %s names',
    async (TRUST_PROXY) => {
      await start({ RATE_LIMIT: '10', TRUST_PROXY });
      await spend(from('192.0.2.1'));
      expect((await send(from('192.0.2.2'))).status).toBe(200);
      expect((await send(from('192.0.2.1'))).status).toBe(429);
    },
  );

  it('does not believe what was written before the proxy', async () => {
    await start({ RATE_LIMIT: '10', TRUST_PROXY: '1' });
    await spend(from('198.51.100.7, 192.0.2.1'));
    expect((await send(from('198.51.100.8, 192.0.2.1'))).status).toBe(429);
  });

  it('counts an IPv6 address by its /64', async () => {
    await start({ RATE_LIMIT: '10', TRUST_PROXY: '1' });
    await spend(from('2001:db8:1:2::1'));
    expect((await send(from('2001:db8:1:2:ffff::9'))).status).toBe(429);
    expect((await send(from('2001:db8:1:3::1'))).status).toBe(200);
  });
});
