import { generateKeyPair, SignJWT } from 'jose';
import { loadConfig } from '../../src/config';
import { ask, codesOf } from '../support/ask';
import { post } from '../support/http';
import { type OpenIdIssuer, type SignOptions, startIssuer } from '../support/open-id-issuer';
import { startApp, type TestApp } from '../support/start-app';

let service: TestApp;
let issuer: OpenIdIssuer;

const start = async (environment: Record<string, string> = {}) => {
  issuer = await startIssuer(() => service.clock.now());
  service = await startApp({
    environment: { OIDC_ISSUER: issuer.url, OIDC_AUDIENCE: 'maqal', ...environment },
  });
};

afterEach(async () => {
  await service.stop();
  await issuer.stop();
});

const askViewer = async (token: string) => {
  const headers = { authorization: `Bearer ${token}` };
  return (await ask<{ viewer: unknown }>(service, '{ viewer { role tokenName } }', {}, { headers }))
    .viewer;
};

const tryWith = async (token: string) => {
  const authorization = `Bearer ${token}`;
  const { status, errors } = await post(service, { query: '{ __typename }' }, { authorization });
  return [status, ...codesOf({ errors })];
};

describe('a JWT of the issuer', () => {
  it.each([
    ['a role', { role: 'MODERATOR' }, 'MODERATOR'],
    ['a role in small letters', { role: 'editor' }, 'EDITOR'],
    ['several roles', { role: ['reader', 'admin', 'moderator'] }, 'ADMIN'],
    ['a role that this service does not have', { role: 'superuser' }, 'READER'],
    ['no role', {}, 'READER'],
    ['a role with a letter of another alphabet', { role: 'Adm\u0131n' }, 'READER'],
    ['a role in letters that only look like it', { role: ['ＡＤＭＩＮ', 'editor'] }, 'EDITOR'],
  ])('has the role that its claim names: %s', async (_, claims, role) => {
    await start();
    const token = await issuer.sign({ sub: 'sub-1', name: 'هالة', ...claims });
    expect(await askViewer(token)).toEqual({ role, tokenName: 'هالة' });
  });

  it.each([
    ['realm_access.roles', { realm_access: { roles: ['moderator'] } }],
    ['https://news.example/role', { 'https://news.example/role': 'MODERATOR' }],
  ])('may have its role at OIDC_ROLE_CLAIM=%s', async (OIDC_ROLE_CLAIM, claims) => {
    await start({ OIDC_ROLE_CLAIM });
    const token = await issuer.sign({ sub: 'sub-1', ...claims });
    expect(await askViewer(token)).toEqual({ role: 'MODERATOR', tokenName: 'sub-1' });
    const long = await issuer.sign({ sub: 'sub-1', name: 'x'.repeat(256), ...claims });
    expect(await askViewer(long)).toMatchObject({ tokenName: 'sub-1' });
  });

  it('has the issuer’s keys fetched once, and again for a key that is new', async () => {
    await start();
    for (const sub of ['a', 'b', 'c']) await askViewer(await issuer.sign({ sub }));
    expect(issuer.fetches).toEqual(['/.well-known/openid-configuration', '/keys']);
  });

  it.each<[string, SignOptions]>([
    ['another issuer', { issuer: 'https://elsewhere.example' }],
    ['another audience', { audience: 'other' }],
    ['no end', { expiresAt: null }],
    ['an end that is past', { expiresAt: new Date('2024-06-12T08:00:00.000Z') }],
  ])('is UNAUTHENTICATED with %s', async (_, options) => {
    await start();
    const token = await issuer.sign({ sub: 'sub-1', role: 'ADMIN' }, options);
    expect(await tryWith(token)).toEqual([401, 'UNAUTHENTICATED']);
  });

  it.each([
    ['empty', ''],
    ['blank', ' '],
    ['an object', {}],
    ['a number', 7],
    ['a list', ['sub-1']],
    ['null', null],
    ['longer than OpenID Connect allows', 'x'.repeat(256)],
  ])('is UNAUTHENTICATED where its subject is %s', async (_, sub) => {
    await start();
    const token = await issuer.sign({ sub, role: 'ADMIN' });
    expect(await tryWith(token)).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('is UNAUTHENTICATED from its end on', async () => {
    await start();
    const token = await issuer.sign({ sub: 'sub-1' });
    expect(await tryWith(token)).toEqual([200]);
    service.clock.advance(3_700_000);
    expect(await tryWith(token)).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('is UNAUTHENTICATED where somebody else signed it, or nobody, or with the public key', async () => {
    await start();
    const { privateKey } = await generateKeyPair('ES256');
    const token = await issuer.sign({ sub: 'sub-1', role: 'ADMIN' });
    const [, payload = '', signature = ''] = token.split('.');
    const header = (fields: object) => Buffer.from(JSON.stringify(fields)).toString('base64url');
    const forged = [
      await new SignJWT({ sub: 'sub-1', role: 'ADMIN' })
        .setProtectedHeader({ alg: 'ES256', kid: 'first' })
        .setIssuer(issuer.url)
        .setAudience('maqal')
        .setExpirationTime(new Date('2030-01-01T00:00:00.000Z'))
        .sign(privateKey),
      `${header({ alg: 'none' })}.${payload}.`,
      `${header({ alg: 'HS256', kid: 'first' })}.${payload}.${signature}`,
      `${header({ alg: 'ES256', kid: 'unknown' })}.${payload}.${signature}`,
      `${header({ alg: 'ES256', kid: 'first' })}.${Buffer.from('{"sub":"x"}').toString('base64url')}.${signature}`,
    ];
    for (const one of forged) expect(await tryWith(one)).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('is AUTHENTICATION_UNAVAILABLE while the issuer does not answer, and then good again', async () => {
    await start();
    issuer.isUp = false;
    const token = await issuer.sign({ sub: 'sub-1' });
    expect(await tryWith(token)).toEqual([503, 'AUTHENTICATION_UNAVAILABLE']);
    issuer.isUp = true;
    expect(await tryWith(token)).toEqual([200]);
  });
});

describe('OIDC_ISSUER', () => {
  it('needs OIDC_AUDIENCE, since a token for another service must open nothing here', async () => {
    await start();
    expect(() => loadConfig({ OIDC_ISSUER: 'https://login.example' })).toThrow(/OIDC_AUDIENCE/);
  });
});
