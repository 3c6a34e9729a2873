import type { ExecutionResult } from 'graphql';
import { createClient as createSseClient } from 'graphql-sse';
import { type Client, createClient as createWsClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { TestApp } from './start-app';
import { waitUntil } from './wait-until';

/** What a subscriber was told, as it came. */
export interface Heard<Data> {
  readonly answers: ExecutionResult<Data>[];
  /** What the subscription failed with; null while it runs or where it ended well. */
  failure: unknown;
  isOver: boolean;
  stop(): void;
}

/** Subscribes with whatever client. */
export type Subscribe = <Data>(query: string, variables?: Record<string, unknown>) => Heard<Data>;

interface AnyClient {
  subscribe<Data>(
    payload: { query: string; variables?: Record<string, unknown> },
    sink: {
      next: (answer: ExecutionResult<Data>) => void;
      error: (error: unknown) => void;
      complete: () => void;
    },
  ): () => void;
}

/** The real graphql-ws client, whose connection is opened with the first subscription. */
export function openSockets({ url }: Pick<TestApp, 'url'>, token?: string): Client {
  return createWsClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(token === undefined ? {} : { connectionParams: { Authorization: `Bearer ${token}` } }),
  });
}

/** Both protocols by their own clients, each with a way to be rid of it. */
export const liveClients: Readonly<
  Record<string, (service: TestApp, token?: string) => Subscribe & { close: () => void }>
> = {
  'graphql-ws': (service, token) => {
    const client = openSockets(service, token);
    return Object.assign(createSubscribe(client as unknown as AnyClient), {
      close: () => void client.dispose(),
    });
  },
  'graphql-sse': (service, token) => {
    const client = createSseClient({
      url: `${service.url}/stream`,
      retryAttempts: 0,
      ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
    });
    return Object.assign(createSubscribe(client as unknown as AnyClient), {
      close: () => {
        client.dispose();
      },
    });
  },
};

/** Notes all that a client's subscription is told. */
export function createSubscribe(client: AnyClient): Subscribe {
  return <Data>(query: string, variables?: Record<string, unknown>) => {
    const heard: Heard<Data> = {
      answers: [],
      failure: null,
      isOver: false,
      stop: () => undefined,
    };
    const payload = variables === undefined ? { query } : { query, variables };
    heard.stop = client.subscribe<Data>(payload, {
      next: (answer) => {
        heard.answers.push(answer);
      },
      error: (error) => {
        heard.failure = error;
        heard.isOver = true;
      },
      complete: () => {
        heard.isOver = true;
      },
    });
    return heard;
  };
}

/** Waits until so many subscriptions run: nothing else says that one has begun. */
export function waitForSubscribers({ app }: TestApp, count: number): Promise<void> {
  return waitUntil(() => app.live.operations.subscriberCount === count);
}
