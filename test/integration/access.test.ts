import { Role } from '../../src/platform/request';
import { ask, codesOf, recordStatements } from '../support/ask';
import { writeArticle } from '../support/builders';
import { post, request } from '../support/http';
import { startApp, type TestApp } from '../support/start-app';
import { createToken, withToken } from '../support/tokens';
import { waitUntil } from '../support/wait-until';

const viewerQuery = '{ viewer { role tokenName } }';

let service: TestApp;

beforeAll(async () => {
  service = await startApp();
});

afterAll(() => service.stop());

const askViewer = async (authorization?: string) => {
  const headers = authorization === undefined ? {} : { authorization };
  return (await ask<{ viewer: unknown }>(service, viewerQuery, {}, { headers })).viewer;
};

const listTokens = () => service.app.access.tokens.list();
const findToken = async (name: string) => (await listTokens()).find((token) => token.name === name);

describe('viewer', () => {
  it('is a READER without a name where no token is sent', async () => {
    expect(await askViewer()).toEqual({ role: 'READER', tokenName: null });
  });

  it.each(Object.values(Role))('has the role and the name of a token of %s', async (role) => {
    const secret = await createToken(service, role, { name: `desk of ${role}` });
    expect(await askViewer(`Bearer ${secret}`)).toEqual({ role, tokenName: `desk of ${role}` });
  });

  it('reads the scheme’s name in any case', async () => {
    const secret = await createToken(service, Role.EDITOR);
    expect(await askViewer(`bearer ${secret}`)).toMatchObject({ role: 'EDITOR' });
  });

  it('is nobody else’s answer, wherever it is kept', async () => {
    const secret = await createToken(service, Role.ADMIN, { name: 'first' });
    const body = { query: viewerQuery };
    const { headers } = await post(service, body, { authorization: `Bearer ${secret}` });
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(await askViewer()).toEqual({ role: 'READER', tokenName: null });
    expect((await post(service, body)).headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('a request with credentials that prove nothing', () => {
  const refused = async (authorization: string) => {
    const { status, headers, errors, text } = await post(
      service,
      { query: '{ __typename }' },
      { authorization },
    );
    expect([status, codesOf({ errors })]).toEqual([401, ['UNAUTHENTICATED']]);
    expect(headers.get('www-authenticate')).toMatch(/^Bearer /);
    expect(JSON.parse(text)).not.toHaveProperty('data');
    return errors[0]?.message ?? '';
  };

  it.each([
    ['a token that nobody made', `Bearer mql_${'A'.repeat(43)}`],
    ['another scheme', 'Basic cmVhZGVyOnNlY3JldA=='],
    ['a scheme without a token', 'Bearer'],
    ['nothing', ''],
    ['a JWT, where no issuer is configured', 'Bearer eyJhbGciOiJub25lIn0.e30.'],
  ])('is refused, and never taken for a reader’s: %s', async (_, authorization) => {
    await refused(authorization);
  });

  it.each([
    ['', /is empty/],
    [' ', /is empty/],
    ['Bearer', /no token after "Bearer"/],
    ['bearer  ', /no token after "Bearer"/],
    ['Bearer null', /is "Bearer null", so the client had no token/],
    ['Bearer undefined', /is "Bearer undefined", so the client had no token/],
    ['Bearer NaN', /is "Bearer NaN"/],
    ['Bearer None', /is "Bearer None", so the client had no token/],
    ['bearer nil', /is "Bearer nil", so the client had no token/],
    ['Bearer [object Object]', /characters after "Bearer" that no token has/],
    ['Bearer "quoted-secret"', /characters after "Bearer" that no token has/],
    ['Bearer two-secret parts', /characters after "Bearer" that no token has/],
    ['Basic cmVhZGVyOnNlY3JldA==', /has the scheme "Basic"/],
    ['mql_secret', /does not begin with "Bearer"/],
    ['secret-scheme value', /does not begin with "Bearer"/],
  ])('is told what was seen, and what to send: %j', async (authorization, seen) => {
    service.statements.length = 0;
    const message = await refused(authorization);
    expect(message).toMatch(seen);
    expect(message).toContain('send "Authorization: Bearer <token>"');
    expect(message).not.toMatch(/secret|cmVh/);
    expect(service.statements).toEqual([]);
  });

  it('is refused once the token is revoked, and everything of its name with it', async () => {
    const secrets = await Promise.all(
      [1, 2].map(() => createToken(service, Role.MODERATOR, { name: 'gone' })),
    );
    for (const secret of secrets) await askViewer(`Bearer ${secret}`);
    const revoked = await service.app.access.tokens.revoke('gone');
    expect(revoked).toHaveLength(2);
    for (const secret of secrets) await refused(`Bearer ${secret}`);
    expect(await service.app.access.tokens.revoke('gone')).toEqual([]);
  });

  it('is refused from the instant at which the token ends', async () => {
    const expiresAt = new Date(service.clock.now().getTime() + 1_000);
    const secret = await createToken(service, Role.MODERATOR, { expiresAt });
    service.clock.advance(999);
    expect(await askViewer(`Bearer ${secret}`)).toMatchObject({ role: 'MODERATOR' });
    service.clock.advance(1);
    await refused(`Bearer ${secret}`);
  });

  it('is refused with a message that does not repeat it', async () => {
    const secret = `mql_${'B'.repeat(43)}`;
    expect(await refused(`Bearer ${secret}`)).not.toContain(secret);
    expect(service.log.join('')).not.toContain(secret);
  });
});

describe('a token', () => {
  it('is kept as a hash only, and begins in a way that scanners know', async () => {
    const secret = await createToken(service, Role.EDITOR, { name: 'kept' });
    expect(secret).toMatch(/^mql_[\w-]{43}$/);
    const kept = JSON.stringify(await findToken('kept'));
    expect(kept).not.toContain(secret.slice(4));
  });

  it('costs one statement the first time and none after', async () => {
    const secret = await createToken(service, Role.EDITOR, { name: 'quick' });
    await askViewer(`Bearer ${secret}`);
    await waitUntil(async () => (await findToken('quick'))?.lastUsedAt instanceof Date);
    service.clock.advance(60_000);
    const again = () => recordStatements(service, () => askViewer(`Bearer ${secret}`));
    expect(await again()).toEqual(['apiToken.findBySecretHash']);
    expect(await again()).toEqual([]);
  });

  it('notes its last use to the hour, once an hour', async () => {
    service.clock.set('2024-06-20T09:59:30.000Z');
    const secret = await createToken(service, Role.EDITOR, { name: 'used' });
    const lastUse = async () => (await findToken('used'))?.lastUsedAt?.toISOString();
    expect(await lastUse()).toBeUndefined();
    for (const [advanceMs, hour] of [
      [0, '2024-06-20T09:00:00.000Z'],
      [60_000, '2024-06-20T10:00:00.000Z'],
    ] as const) {
      service.clock.advance(advanceMs);
      await askViewer(`Bearer ${secret}`);
      await waitUntil(async () => (await lastUse()) === hour);
    }
  });

  it('needs a name, and an end that is not past', async () => {
    const { tokens } = service.app.access;
    const role = Role.READER;
    await expect(tokens.create({ role, name: ' ', expiresAt: null })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    const expiresAt = service.clock.now();
    await expect(tokens.create({ role, name: 'late', expiresAt })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });

  it('is heard to be revoked by another process on the same database', async () => {
    const secret = await createToken(service, Role.MODERATOR, { name: 'afar' });
    await askViewer(`Bearer ${secret}`);
    const other = await startApp({ database: service.database });
    await other.app.access.tokens.revoke('afar');
    await waitUntil(async () => {
      const { status } = await post(
        service,
        { query: '{ __typename }' },
        { authorization: `Bearer ${secret}` },
      );
      return status === 401;
    });
    await other.stop();
  });
});

describe('hidden and absent', () => {
  it('look alike to a reader, and a token of a lower role tells no more', async () => {
    const publishedAt = new Date('2099-01-01T00:00:00.000Z');
    const { article } = await writeArticle(service, { publishedAt });
    const query = 'query ($id: ID!) { node(id: $id) { id } }';
    const reader = withToken(await createToken(service, Role.READER));
    const moderator = withToken(await createToken(service, Role.MODERATOR));
    const editor = withToken(await createToken(service, Role.EDITOR));
    const absent = article.id.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    for (const options of [{}, reader, moderator]) {
      const answers = [article.id, absent].map((id) => service.send(query, { id }, options));
      const [hidden, none] = await Promise.all(answers);
      expect(hidden?.data).toEqual({ node: null });
      expect(hidden?.data).toEqual(none?.data);
      expect(hidden?.errors).toEqual(none?.errors);
    }
    expect(await ask(service, query, { id: article.id }, editor)).toEqual({
      node: { id: article.id },
    });
  });
});

describe('a page of another site', () => {
  it('may send a token, and read how it stands with its points', async () => {
    const other = await startApp({
      environment: { CORS_ORIGINS: 'https://news.example', RATE_LIMIT: '1000' },
    });
    const origin = 'https://news.example';
    const preflight = await request(other, '/graphql', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
    const answer = await post(other, { query: '{ viewer { role } }' }, { origin });
    expect(answer.headers.get('access-control-expose-headers')).toContain('ratelimit');
    await other.stop();
  });
});
