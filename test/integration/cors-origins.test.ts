import { loadConfig } from '../../src/config';
import { get, jsonHeaders, request } from '../support/http';
import { startApp, type TestApp } from '../support/start-app';

const allowedList =
  'https://*.Example.org, http://*.localhost:3000, https://*.مثال.إختبار, capacitor://localhost, tauri://localhost/, ionic://localhost, chrome-extension://abcdefghijklmnop';

let service: TestApp;

beforeAll(async () => {
  service = await startApp({ environment: { CORS_ORIGINS: allowedList } });
});

afterAll(() => service.stop());

/** What a page of an origin is told: by a preflight, executed, from the cache, and for an error. */
const readAllowed = async (origin: string) => {
  const query = `query Origin { articles { totalCount } } # ${origin}`;
  const answers = [
    await request(service, '/graphql', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    }),
    await get(service, { query }, { origin }),
    await get(service, { query }, { origin }),
    await get(service, { query: '{' }, { origin }),
    await request(service, '/nowhere', { headers: { origin } }),
    await request(service, '/%zz', { headers: { origin } }),
  ];
  return [...new Set(answers.map(({ headers }) => headers.get('access-control-allow-origin')))];
};

describe('CORS_ORIGINS', () => {
  it.each([
    'https://www.example.org',
    'https://a.b.c.example.org',
    'https://a_b-1.example.org',
    'http://app.localhost:3000',
    'https://x.xn--mgbh0fb.xn--kgbechtv',
    'capacitor://localhost',
    'tauri://localhost',
    'ionic://localhost',
    'chrome-extension://abcdefghijklmnop',
  ])('lets pages of %s read every kind of answer', async (origin) => {
    expect(await readAllowed(origin)).toEqual([origin]);
  });

  it.each([
    'https://example.org',
    'https://evil-example.org',
    'https://evilexample.org',
    'http://www.example.org',
    'https://www.example.org:8443',
    'https://www.example.org.evil.example',
    'https://.example.org',
    'https://a..example.org',
    'https://evil.example/.example.org',
    'https://wwwxexample.org',
    'http://app.localhost',
    'capacitor://elsewhere',
    'ionic://localhost:8080',
    'null',
    '*',
  ])('lets no page of %s read anything', async (origin) => {
    expect(await readAllowed(origin)).toEqual([null]);
  });

  it('lets an app send a token', async () => {
    const answer = await request(service, '/graphql', {
      method: 'OPTIONS',
      headers: {
        ...jsonHeaders,
        origin: 'capacitor://localhost',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    expect(answer.headers.get('access-control-allow-headers')).toContain('authorization');
  });

  it.each([
    ['https://*', 'one \\*'],
    ['https://*.org', 'top-level'],
    ['https://*example.org', 'one \\*'],
    ['https://www.*.example.org', 'one \\*'],
    ['https://*.*.example.org', 'one \\*'],
    ['https://*.127.0.0.1', 'no host'],
    ['https://*.example.org:*', 'one \\*'],
    ['*://example.org', 'scheme://host'],
    ['https://news.example/path', 'without a path'],
    ['https://user@news.example', 'scheme://host'],
    ['news.example', 'https://news\\.example'],
    ['*.example.org', 'has no scheme'],
    ['null', 'use \\*'],
    ['file://localhost', 'no origin'],
    ['capacitor://*.localhost', 'http and https only'],
    ['capacitor://', 'scheme://host'],
  ])('is refused at the start with what is wrong: %s', (origin, reason) => {
    const environment = { CORS_ORIGINS: `https://right.example, ${origin}` };
    expect(() => loadConfig(environment)).toThrow(
      new RegExp(
        `CORS_ORIGINS: wanted origins such as .*${JSON.stringify(origin).replaceAll('*', '\\*')}.*${reason}`,
      ),
    );
  });
});
