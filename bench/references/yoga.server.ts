// GraphQL Yoga with its response cache, for everybody alike and never expiring.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { useResponseCache } from '@graphql-yoga/plugin-response-cache';
import { createSchema, createYoga } from 'graphql-yoga';
import { type HandContext, resolvers } from '../by-hand/resolvers';
import { announce, openContexts, readTypeDefinitions } from './reference-settings';

async function serve(): Promise<void> {
  const createContext = await openContexts();
  const yoga = createYoga<object, HandContext>({
    schema: createSchema<HandContext>({ typeDefs: readTypeDefinitions(), resolvers }),
    context: createContext,
    plugins: [useResponseCache({ session: () => null })],
    graphiql: false,
    logging: false,
  });
  const server = createServer((request, response) => {
    void yoga(request, response);
  });
  server.listen(0, '127.0.0.1', () => {
    announce((server.address() as AddressInfo).port);
  });
}

void serve();
