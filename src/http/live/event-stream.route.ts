import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import type { LiveConnection, Started } from '../../graphql';
import { PublicError } from '../../platform/errors';
import { answer } from '../error-answers';
import { BodyUnreadable } from '../http.errors';
import { chooseLanguage } from '../language';
import type { AuthenticatedCaller } from '../request-authenticator';
import {
  completeEvent,
  endSlowStream,
  openEventStream,
  sendAnswers,
  streamHeaders,
  streamMediaType,
  writeNext,
} from './event-stream';
import type { LiveDependencies } from './live-dependencies';
import {
  readParameters,
  readSearchParameters,
  resolveSubscription,
  type SentSubscription,
} from './read-subscription';
import { toGraphqlError } from './to-graphql-error';

/** Clients may add the charset that our answers have. */
const acceptedTypes = [streamMediaType, `${streamMediaType};charset=utf-8`];

/**
 * Subscriptions as Server-Sent Events, one stream for each.
 * Source: GraphQL over Server-Sent Events Protocol, distinct connections mode.
 */
export function registerEventStream(
  app: FastifyInstance,
  dependencies: LiveDependencies,
  path: string,
): void {
  app.route({
    url: path,
    method: ['GET', 'POST'],
    exposeHeadRoute: false,
    handler: (request, reply) => handle(request, reply, dependencies),
  });
  app.route({
    url: path,
    method: 'HEAD',
    handler: (_request, reply) => reply.headers(streamHeaders).send(),
  });
}

async function handle(
  request: FastifyRequest,
  reply: FastifyReply,
  dependencies: LiveDependencies,
): Promise<FastifyReply> {
  if (!acceptsStream(request.headers.accept)) {
    const message = `Subscriptions are sent as ${streamMediaType}: send "Accept: ${streamMediaType}"`;
    return answer(reply, 'NOT_ACCEPTABLE', message);
  }
  const { requestAuthenticator, sessions, logger } = dependencies;
  const caller = await requestAuthenticator.authenticate(
    request.raw,
    request.headers.authorization,
  );
  reply.headers(caller.bucket.headers());
  const sent = readSent(request);
  // The framework keeps the request as long as its stream; the body need not be kept.
  request.body = undefined;
  const network = requestAuthenticator.networkOf(request.raw);
  reply.raw.once('close', sessions.enter(network));
  const connection = dependencies.operations.connect(network, () => {
    endSlowStream(reply.raw);
  });
  const started = await start(request, sent, { dependencies, caller, connection });
  reply.headers(caller.bucket.headers());
  const stream = openEventStream(reply);
  if ('stream' in started) {
    sendAnswers(stream, started.stream, { caller, sessions, logger });
  } else {
    // Inside the stream, since an EventSource shows its page no HTTP errors.
    stream.end(writeNext({ errors: started.errors }) + completeEvent);
  }
  return reply;
}

/** An absent header accepts everything; media types have no case. */
function acceptsStream(accept: string | undefined): boolean {
  if (accept === undefined || accept === '') return true;
  return new Negotiator({ headers: { accept } }).mediaType(acceptedTypes) !== undefined;
}

function readSent({ method, url, body }: FastifyRequest): SentSubscription {
  if (method === 'POST') return readParameters(body);
  const start = url.indexOf('?');
  return readSearchParameters(start < 0 ? '' : url.slice(start));
}

interface Starting {
  readonly dependencies: LiveDependencies;
  readonly caller: AuthenticatedCaller;
  readonly connection: LiveConnection;
}

async function start(
  request: FastifyRequest,
  sent: SentSubscription,
  { dependencies: { operations, documents }, caller, connection }: Starting,
): Promise<Started> {
  try {
    return await operations.start(resolveSubscription(sent, documents), {
      viewer: caller.credential.viewer,
      language: chooseLanguage(request.headers['accept-language']),
      consume: caller.bucket.consume,
      connection,
    });
  } catch (error) {
    if (!(error instanceof PublicError) || error instanceof BodyUnreadable) throw error;
    return { errors: [toGraphqlError(error)] };
  }
}
