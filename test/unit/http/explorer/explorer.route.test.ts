import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import type { ExplorerOperation } from '../../../../src/http/explorer/explorer-settings';
import { registerExplorer } from '../../../../src/http/explorer/explorer.route';

const manifest = {
  script: 'main-AAAAAAAA.js',
  style: 'styles-BBBBBBBB.css',
  workers: { editor: 'editor-CCCCCCCC.js' },
};

const operation: ExplorerOperation = {
  name: 'ArticlePage',
  document: 'query ArticlePage($slug: String!) { article(slug: $slug) { title } }',
  variables: { slug: 'بلينكن-يلتقي-نتنياهو' },
};

let root: string;
let assetsDirectory: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'maqal-explorer-'));
  assetsDirectory = join(root, 'assets');
  await mkdir(assetsDirectory);
  await writeFile(join(root, 'secret.js'), 'not of the bundle');
  await writeFile(join(assetsDirectory, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(assetsDirectory, manifest.script), 'export {};');
  await writeFile(join(assetsDirectory, manifest.style), 'body {}');
});

afterEach(() => rm(root, { recursive: true }));

function createApp(operations: readonly ExplorerOperation[] = [operation]) {
  const app = Fastify();
  app.register(registerExplorer, {
    listOperations: () => Promise.resolve(operations),
    assetsDirectory,
  });
  return app;
}

function settingsOf(html: string): unknown {
  const text = /<script type="application\/json" id="settings">(.*?)<\/script>/.exec(html)?.[1];
  return JSON.parse(text ?? 'null');
}

describe('GET /explorer', () => {
  it('answers a page that hands its script the endpoint, the operations and the workers', async () => {
    const response = await createApp().inject('/explorer');

    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(settingsOf(response.body)).toEqual({
      endpoint: '/graphql',
      operations: [operation],
      workers: { editor: '/explorer/assets/editor-CCCCCCCC.js' },
    });
  });

  it('is asked for again each time, so that a new build and a new article are seen at once', async () => {
    const response = await createApp().inject('/explorer');

    expect(response.headers['cache-control']).toBe('no-cache');
  });

  it('names no address on another host', async () => {
    const { body } = await createApp().inject('/explorer');

    const addresses = [...body.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses).toEqual([
      expect.stringMatching(/^data:image\/svg\+xml,/),
      '/explorer/assets/styles-BBBBBBBB.css',
      '/explorer/assets/main-AAAAAAAA.js',
    ]);
  });

  it('forbids the page everything that is not its own', async () => {
    const response = await createApp().inject('/explorer');

    const policy = String(response.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  });

  it('keeps an operation that speaks of </script> inside the settings', async () => {
    const hostile = { ...operation, document: '# </script><script>alert(1)</script>' };
    const { body } = await createApp([hostile]).inject('/explorer');

    expect(settingsOf(body)).toMatchObject({ operations: [hostile] });
  });

  it('says how to build the explorer while it has not been built', async () => {
    await rm(join(assetsDirectory, 'manifest.json'));
    const response = await createApp().inject('/explorer');

    expect(response.statusCode).toBe(503);
    expect(response.body).toContain('npm run build');
  });
});

describe('GET /explorer/assets/:name', () => {
  it.each([
    [manifest.script, 'text/javascript; charset=utf-8'],
    [manifest.style, 'text/css; charset=utf-8'],
  ])('sends %s as %s, to be kept for a year', async (name, contentType) => {
    const response = await createApp().inject(`/explorer/assets/${name}`);

    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe(contentType);
    expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(response.headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    'manifest.json',
    'missing.js',
    '..%2Fsecret.js',
    '..%5Csecret.js',
    '%2Fetc%2Fpasswd',
    '%00.js',
  ])('does not hold %s', async (name) => {
    const response = await createApp().inject(`/explorer/assets/${name}`);

    expect(response.statusCode).toBe(404);
  });
});
