import type { IncomingMessage } from 'node:http';
import { GraphQLError, parse } from 'graphql';
import { type Context, makeServer, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { ErrorCode, LiveStream } from '../../graphql';
import { PublicError } from '../../platform/errors';
import type { Admitted } from '../admission';
import { SubscriptionLimitExceeded } from '../http.errors';
import { chooseLanguage } from '../language';
import { requestPoints } from '../rate-limit';
import type { LiveParts } from './live-parts';
import { readAuthorization } from './read-authorization';
import { resolveSubscription, type SentSubscription } from './read-subscription';
import { closeSocket, drainSocket } from './socket-closing';
import { toGraphqlError } from './to-graphql-error';

/** One WebSocket, as the protocol's library hands it back. */
export interface SocketState {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  /** Null until the client has said who it is. */
  admitted: Admitted | null;
  /** The parameters of the message that the library reads right now, if it is a subscribe message. */
  sent: SentSubscription | PublicError | null;
  stopWatching: () => void;
}

type SocketContext = Context<Record<string, unknown> | undefined, SocketState>;

/** The library looks at a document only to see what kind of operation it is. */
const anySubscription = parse('subscription { live }');

/** The protocol graphql-transport-ws, by the library graphql-ws, over the service's own parts. */
export function createSocketServer(parts: LiveParts): Server<SocketState> {
  return makeServer<Record<string, unknown> | undefined, SocketState>({
    onConnect: (context) => greet(context, parts),
    onSubscribe: (context) => subscribe(context, parts),
    subscribe: ({ contextValue }) => contextValue as LiveStream,
    onNext: ({ extra: { admitted, socket } }) => {
      // A socket that is being closed takes no more messages, this one included.
      if (admitted !== null && parts.sessions.isOver(admitted.credential)) {
        closeSocket(socket, 'UNAUTHENTICATED', 'The token is over');
      }
    },
  });
}

/** Finds out who it is: by the message that opens the protocol, else by the request's own header. */
async function greet(
  { extra, connectionParams }: SocketContext,
  { admission, sessions }: LiveParts,
): Promise<boolean> {
  const { socket, request } = extra;
  try {
    const sent = readAuthorization(connectionParams) ?? request.headers.authorization;
    const admitted = await admission.admit(request, sent);
    extra.admitted = admitted;
    if (socket.readyState !== socket.OPEN) return false;
    extra.stopWatching = sessions.watch({
      credential: admitted.credential,
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
  { operations, documents, maxSubscriptions }: LiveParts,
) {
  const { admitted, sent, socket, request } = extra;
  if (admitted === null || sent === null)
    return [new GraphQLError('The connection was not opened')];
  try {
    if (Object.keys(subscriptions).length > maxSubscriptions) {
      throw new SubscriptionLimitExceeded(maxSubscriptions);
    }
    admitted.account.charge(requestPoints);
    if (sent instanceof PublicError) throw sent;
    const started = await operations.start(resolveSubscription(sent, documents), {
      viewer: admitted.credential.viewer,
      language: chooseLanguage(request.headers['accept-language']),
      charge: admitted.account.charge,
      // A closing would wait behind all that was not taken.
      onTooSlow: () => {
        socket.terminate();
      },
    });
    if ('errors' in started) return started.errors;
    return { schema: operations.schema, document: anySubscription, contextValue: started.stream };
  } catch (error) {
    if (!(error instanceof PublicError)) throw error;
    return [toGraphqlError(error)];
  }
}
