// Apollo Server with hand-written resolvers and DataLoader, over Fastify: what a competent hand
// writes from Apollo's own documentation, with its defaults as they are.
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import fastify from 'fastify';
import { type HandContext, resolvers } from '../by-hand/resolvers';
import { announce, openContexts, readTypeDefinitions } from './reference-settings';

async function serve(): Promise<void> {
  const createContext = await openContexts();
  const isCacheControlOff = process.env['BENCH_CACHE_CONTROL'] === 'off';
  const apollo = new ApolloServer<HandContext>({
    typeDefs: readTypeDefinitions(),
    resolvers,
    plugins: isCacheControlOff ? [ApolloServerPluginCacheControlDisabled()] : [],
  });
  await apollo.start();
  const app = fastify();
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    handler: fastifyApolloHandler(apollo, { context: () => Promise.resolve(createContext()) }),
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  announce((app.server.address() as AddressInfo).port);
}

void serve();
