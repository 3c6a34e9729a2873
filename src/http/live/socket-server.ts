import type { IncomingMessage } from 'node:http';
import { GraphQLError, parse } from 'graphql';
import { type Context, makeServer, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import {
  type ErrorCode,
  type LiveConnection,
  type LiveStream,
  SubscriptionLimitExceeded,
} from '../../graphql';
import { PublicError } from '../../platform/errors';
import { chooseLanguage } from '../language';
import { requestPoints } from '../rate-limit';
import type { AuthenticatedCaller } from '../request-authenticator';
import type { LiveDependencies } from './live-dependencies';
import { readAuthorization } from './read-authorization';
import { resolveSubscription, type SentSubscription } from './read-subscription';
import { closeSocket, drainSocket } from './socket-closing';
import { toGraphqlError } from './to-graphql-error';

/** One WebSocket, as the protocol's library hands it back. */
export interface SocketState {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  readonly connection: LiveConnection;
  /** Null until the client has said who it is. */
  caller: AuthenticatedCaller | null;
  /** The parameters of the message that the library reads right now, if it is a subscribe message. */
  sent: SentSubscription | PublicError | null;
  stopWatching: () => void;
}

type SocketContext = Context<Record<string, unknown> | undefined, SocketState>;

/** The library looks at a document only to see what kind of operation it is. */
const anySubscription = parse('subscription { live }');

/** The protocol graphql-transport-ws, by the library graphql-ws, over the service's own dependencies. */
export function createSocketServer(dependencies: LiveDependencies): Server<SocketState> {
  return makeServer<Record<string, unknown> | undefined, SocketState>({
    onConnect: (context) => greet(context, dependencies),
    onSubscribe: (context, id) => subscribe(context, id, dependencies),
    subscribe: ({ contextValue }) => contextValue as Delivery,
  });
}

/** Finds out who it is: by the message that opens the protocol, else by the request's own header. */
async function greet(
  { extra, connectionParams }: SocketContext,
  { requestAuthenticator, sessions }: LiveDependencies,
): Promise<boolean> {
  const { socket, request } = extra;
  try {
    const sent = readAuthorization(connectionParams) ?? request.headers.authorization;
    const caller = await requestAuthenticator.authenticate(request, sent);
    extra.caller = caller;
    if (socket.readyState !== socket.OPEN) return false;
    extra.stopWatching = sessions.watch({
      credential: caller.credential,
      drop: (reason) => {
        closeSocket(socket, 'UNAUTHENTICATED', reason);
      },
      drain: () => drainSocket(socket),
    });
    return true;
  } catch (error) {
    if (!(error instanceof PublicError)) throw error;
    closeSocket(socket, error.code as ErrorCode, error.message);
    return false;
  }
}

async function subscribe(
  { extra, subscriptions }: SocketContext,
  id: string,
  dependencies: LiveDependencies,
) {
  const { operations, documents, maxSubscriptions } = dependencies;
  const { caller, connection, sent, request } = extra;
  if (caller === null || sent === null) return [new GraphQLError('The connection was not opened')];
  try {
    if (Object.keys(subscriptions).length > maxSubscriptions) {
      throw new SubscriptionLimitExceeded(
        `Subscription limit of ${maxSubscriptions} for each connection exceeded: complete one first`,
      );
    }
    caller.bucket.consume(requestPoints);
    if (sent instanceof PublicError) throw sent;
    const started = await operations.start(resolveSubscription(sent, documents), {
      viewer: caller.credential.viewer,
      language: chooseLanguage(request.headers['accept-language']),
      consume: caller.bucket.consume,
      connection,
    });
    if ('errors' in started) return started.errors;
    const contextValue = deliver(started.stream, (text) => sendNext(extra, id, text, dependencies));
    return { schema: operations.schema, document: anySubscription, contextValue };
  } catch (error) {
    if (!(error instanceof PublicError)) throw error;
    return [toGraphqlError(error)];
  }
}

/** What the library takes for the answers of a subscription. */
type Delivery = AsyncGenerator<never, undefined, undefined>;

const done = { done: true, value: undefined } as const;

/**
 * Sends a subscription's answers by itself and yields none: the library would write each answer
 * anew for each subscriber.
 */
function deliver(stream: LiveStream, send: (text: string) => Promise<void>): Delivery {
  const stop = () => {
    stream.stop();
    return Promise.resolve(done);
  };
  return {
    next: async () => {
      await stream.deliver(send);
      return done;
    },
    return: stop,
    throw: stop,
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => {
      await stop();
    },
  };
}

async function sendNext(
  { caller, socket }: SocketState,
  id: string,
  answer: string,
  { sessions }: LiveDependencies,
): Promise<void> {
  if (caller !== null && sessions.isOver(caller.credential)) {
    closeSocket(socket, 'UNAUTHENTICATED', 'The token has expired');
    return;
  }
  await sendText(socket, `{"id":${JSON.stringify(id)},"type":"next","payload":${answer}}`);
}

/** Resolves once the operating system has the text; at once where the socket is not open. */
export function sendText(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.readyState !== socket.OPEN) {
      resolve();
      return;
    }
    // The types leave out that it is null where all went well.
    socket.send(text, (error?: Error | null) => {
      if (error instanceof Error) reject(error);
      else resolve();
    });
  });
}
