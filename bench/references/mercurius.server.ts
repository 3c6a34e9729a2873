// Mercurius, Fastify's own GraphQL server, with its just-in-time compiler from the first repeat on.
import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import mercurius, { type IResolvers } from 'mercurius';
import { resolvers } from '../by-hand/resolvers';
import { announce, openContexts, readTypeDefinitions } from './reference-settings';

async function serve(): Promise<void> {
  const createContext = await openContexts();
  const app = fastify();
  await app.register(mercurius, {
    schema: readTypeDefinitions(),
    resolvers: resolvers as unknown as IResolvers,
    jit: 1,
    context: () => createContext() as unknown as Record<string, unknown>,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  announce((app.server.address() as AddressInfo).port);
}

void serve();
