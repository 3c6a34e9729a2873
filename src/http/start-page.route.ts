import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { packagePath } from '../lib/package-root';
import { renderStartPage, type StartPageOptions } from './start-page';

const schemaFile = packagePath('schema', 'schema.graphql');

/** `/`: what this is, for whoever opens the service's address; and the schema as a file. */
export function registerStartPage(app: FastifyInstance, options: StartPageOptions): void {
  const { html, contentSecurityPolicy } = renderStartPage(options);
  app.get('/', (_request, reply) =>
    reply
      .headers({
        'content-security-policy': contentSecurityPolicy,
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-cache',
      })
      .type('text/html; charset=utf-8')
      .send(html),
  );
  if (!options.hasSchema) return;
  app.get('/schema.graphql', async (_request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .type('text/plain; charset=utf-8')
      .send(await readFile(schemaFile, 'utf8')),
  );
}
