import type { FastifyPluginCallback } from 'fastify';
import { findAssetsDirectory, readAsset, readManifest } from './explorer-assets';
import { renderExplorerPage } from './explorer-page';
import type { ExplorerOperation } from './explorer-settings';

const pagePath = '/explorer';
const assetsPath = `${pagePath}/assets`;
const yearInSeconds = 31_536_000;

const securityHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    // Monaco writes style elements and attributes; fonts and icons are data: URLs in the style sheet.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const notBuilt =
  'The explorer has not been built: run `npm run build`, then load this page again.\n';

/** How the explorer is served. */
export interface ExplorerOptions {
  /** Called for each page, so that the examples are true of the articles held at that moment. */
  readonly listOperations: () => Promise<readonly ExplorerOperation[]>;
  /** The address of the GraphQL endpoint on the same host; `/graphql` by default. */
  readonly endpoint?: string;
  /** Where the bundle is; by default where `npm run build` puts it. */
  readonly assetsDirectory?: string;
}

/**
 * Serves the bundled GraphiQL: GET /explorer, and its files under /explorer/assets.
 *
 * Errors: 503 with the remedy while the bundle has not been built; 404 for a file it does not hold.
 */
export const registerExplorer: FastifyPluginCallback<ExplorerOptions> = (app, options, done) => {
  const findDirectory = () => findAssetsDirectory(options.assetsDirectory);

  app.get(pagePath, async (_request, reply) => {
    void reply.headers({ ...securityHeaders, 'cache-control': 'no-cache' });
    const directory = findDirectory();
    if (directory === null) {
      return reply.code(503).type('text/plain; charset=utf-8').send(notBuilt);
    }
    return reply.type('text/html; charset=utf-8').send(await renderPage(directory, options));
  });

  app.get<{ Params: { name: string } }>(`${assetsPath}/:name`, async (request, reply) => {
    const directory = findDirectory();
    const asset = directory === null ? null : await readAsset(directory, request.params.name);
    if (asset === null) {
      reply.callNotFound();
      return reply;
    }
    // A worker takes its policy from its own script's answer, so the files carry it too.
    void reply.headers({
      ...securityHeaders,
      'cache-control': `public, max-age=${yearInSeconds}, immutable`,
    });
    return reply.type(asset.contentType).send(asset.content);
  });

  done();
};

async function renderPage(directory: string, options: ExplorerOptions): Promise<string> {
  const { script, style, workers } = await readManifest(directory);
  const addressOf = (name: string) => `${assetsPath}/${name}`;
  return renderExplorerPage({
    script: addressOf(script),
    style: addressOf(style),
    settings: {
      endpoint: options.endpoint ?? '/graphql',
      operations: await options.listOperations(),
      workers: Object.fromEntries(
        Object.entries(workers).map(([label, name]) => [label, addressOf(name)]),
      ),
    },
  });
}
