import { getIntrospectionQuery } from 'graphql';
import { ArticlePageDocument } from '../../examples/generated/operations';
import type { Environment } from '../../src/config';
import { codesOf } from '../support/ask';
import { post, request } from '../support/http';
import { startApp, type TestApp } from '../support/start-app';

const htmlHeaders = { accept: 'text/html' };

/** Runs a service with settings of its own for as long as `use` takes. */
const withService = async (
  environment: Environment,
  use: (service: TestApp) => Promise<void>,
): Promise<void> => {
  const service = await startApp({ environment });
  try {
    await use(service);
  } finally {
    await service.stop();
  }
};

const isPage = async (service: TestApp, path: string) =>
  (await request(service, path, { headers: htmlHeaders })).headers
    .get('content-type')
    ?.startsWith('text/html') === true;

const preflightOrigin = async (service: TestApp, origin: string) => {
  const headers = { origin, 'access-control-request-method': 'POST' };
  const answer = await request(service, '/graphql', { method: 'OPTIONS', headers });
  return answer.headers.get('access-control-allow-origin');
};

const canIntrospect = async (service: TestApp) =>
  (await post(service, { query: getIntrospectionQuery() })).errors.length === 0;

describe('EXPLORER', () => {
  it('off leaves no page for browsers, and lets Sandbox’s pages read nothing', () =>
    withService({ EXPLORER: 'false' }, async (service) => {
      expect([await isPage(service, '/graphql'), await isPage(service, '/explorer')]).toEqual([
        false,
        false,
      ]);
      expect((await request(service, '/explorer')).status).toBe(404);
      expect(await preflightOrigin(service, 'https://studio.apollographql.com')).toBeNull();
      expect(await canIntrospect(service)).toBe(true);
    }));
});

describe('INTROSPECTION', () => {
  it('off refuses to show the schema, and gives no hint of what is in it', () =>
    withService({ INTROSPECTION: 'false' }, async (service) => {
      for (const query of [getIntrospectionQuery(), '{ __type(name: "Article") { name } }']) {
        const { status, errors } = await post(service, { query });
        expect(status).toBe(400);
        expect(new Set(codesOf({ errors }))).toEqual(new Set(['GRAPHQL_VALIDATION_FAILED']));
      }
      const { text } = await post(service, { query: '{ articlez { nodes { id } } }' });
      expect(text).not.toContain('Did you mean');
      expect((await post(service, { query: '{ articles { __typename } }' })).status).toBe(200);
    }));
});

describe('NODE_ENV=production', () => {
  it('leaves explorer and introspection off', () =>
    withService({ NODE_ENV: 'production' }, async (service) => {
      expect(await isPage(service, '/graphql')).toBe(false);
      expect(await canIntrospect(service)).toBe(false);
    }));

  it('leaves them on where they are asked for', () =>
    withService(
      { NODE_ENV: 'production', EXPLORER: 'true', INTROSPECTION: 'true' },
      async (service) => {
        expect(await isPage(service, '/graphql')).toBe(true);
        expect(await canIntrospect(service)).toBe(true);
      },
    ));
});

describe('CORS_ORIGINS', () => {
  it('* lets pages of every site in', () =>
    withService({ CORS_ORIGINS: '*' }, async (service) => {
      expect(await preflightOrigin(service, 'https://any.example')).toBe('*');
    }));

  it('unset lets none in but Sandbox’s', () =>
    withService({}, async (service) => {
      expect(await preflightOrigin(service, 'https://any.example')).toBeNull();
    }));
});

describe('ONLY_TRUSTED_DOCUMENTS', () => {
  it('refuses a document of a caller’s own, and executes those of schema/operations', () =>
    withService({ ONLY_TRUSTED_DOCUMENTS: 'true' }, async (service) => {
      const own = await post(service, { query: '{ __typename }' });
      expect([own.status, codesOf(own)]).toEqual([403, ['DOCUMENT_NOT_TRUSTED']]);
      const { data } = await service.send(ArticlePageDocument, { slug: 'nothing' });
      expect(data).toEqual({ article: null });
    }));
});

describe('LOG_LEVEL', () => {
  it('debug logs each request once, with its route and without its address', () =>
    withService({ LOG_LEVEL: 'debug' }, async (service) => {
      await request(service, '/health/live?token=secret');
      const lines = service.log.filter((line) => line.includes('"/health/live"'));
      expect(lines).toHaveLength(1);
      expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ method: 'GET', statusCode: 200 });
      expect(service.log.join('')).not.toContain('secret');
    }));
});
