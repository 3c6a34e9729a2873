import { buildSchema } from 'graphql';
import { request } from '../support/http';
import { startApp, type TestApp } from '../support/start-app';

describe('/', () => {
  let service: TestApp;

  beforeAll(async () => {
    service = await startApp();
  });

  afterAll(() => service.stop());

  it('says in Arabic and English, each in its direction, what this is', async () => {
    const { status, headers, text } = await request(service, '/');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(text).toMatch(/<section lang="ar" dir="rtl">\s*<h1>مقال<\/h1>/);
    expect(text).toMatch(/<section lang="en" dir="ltr">\s*<h1>Maqal<\/h1>/);
  });

  it('links only to what is there, and loads nothing from elsewhere', async () => {
    const { headers, text } = await request(service, '/');
    const links = [...text.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link);
    expect(new Set(links)).toEqual(
      new Set(['/explorer', '/graphql', '/schema.graphql', '/health/ready']),
    );
    for (const link of links) {
      const { status } = await request(service, link, { headers: { accept: 'text/html' } });
      // The explorer is answered with 503 while its bundle has not been built.
      expect([link, [200, 503].includes(status)]).toEqual([link, true]);
    }
    expect(text).not.toMatch(/https?:|src=|@import|url\(/);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
  });

  it('has the schema beside it', async () => {
    const { headers, text } = await request(service, '/schema.graphql');
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(buildSchema(text).getQueryType()?.getFields()).toHaveProperty('articles');
  });
});

describe('/ in production', () => {
  it('links to neither explorer nor schema, which are not there', async () => {
    const environment = { EXPLORER: 'false', INTROSPECTION: 'false' };
    const service = await startApp({ environment });
    const { text } = await request(service, '/');
    expect(text).not.toMatch(/explorer|schema\.graphql|href="\/graphql"/);
    expect((await request(service, '/schema.graphql')).status).toBe(404);
    await service.stop();
  });
});
