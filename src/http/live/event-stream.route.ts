import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHandler, type Handler, type Response } from 'graphql-sse';
import type { Admitted } from '../admission';
import { answer } from '../error-answers';
import { chooseLanguage } from '../language';
import { openEventStream } from './event-stream';
import type { LiveParts } from './live-parts';
import { Pace } from './pace';
import { readSubscription } from './read-subscription';

/** What a request for a stream has with it. */
interface StreamState {
  readonly admitted: Admitted;
  readonly pace: Pace;
  readonly onTooSlow: () => void;
}

interface Refusal {
  readonly errors: readonly { readonly message: string }[];
}

const mediaType = 'text/event-stream';

/** Subscriptions as Server-Sent Events, a stream each ('distinct connections'). */
export function registerEventStream(app: FastifyInstance, parts: LiveParts, path: string): void {
  const handler = createStreamHandler(parts);
  app.route({
    url: path,
    method: ['GET', 'POST'],
    handler: (request, reply) => handle(request, reply, handler, parts),
  });
}

async function handle(
  request: FastifyRequest,
  reply: FastifyReply,
  handler: Handler<FastifyRequest, StreamState>,
  parts: LiveParts,
): Promise<FastifyReply> {
  if (request.headers.accept?.includes(mediaType) !== true) {
    return answer(reply, 'NOT_ACCEPTABLE', `Subscriptions are sent as ${mediaType}: accept that`);
  }
  const { admission, sessions } = parts;
  const admitted = await admission.admit(request.raw, request.headers.authorization);
  reply.headers(admitted.account.headers());
  const leave = sessions.enter(admission.networkOf(request.raw));
  reply.raw.once('close', leave);
  const pace = new Pace();
  const onTooSlow = () => {
    reply.raw.destroy();
  };
  const [body, { status, headers = {} }] = await handler({
    method: request.method,
    url: request.url,
    headers: { get: (name) => readHeader(request, name) },
    body: request.body as Record<string, unknown>,
    raw: request,
    context: { admitted, pace, onTooSlow },
  });
  if (body === null || typeof body === 'string') return refuse(reply, body);
  reply.headers(headers).code(status);
  openEventStream(reply, body, { pace, admitted, sessions, logger: parts.logger });
  return reply;
}

function createStreamHandler(parts: LiveParts): Handler<FastifyRequest, StreamState> {
  return createHandler<FastifyRequest, StreamState>({
    // A stream for many operations would need a secret of its own, and requests beside it.
    authenticate: () => null,
    onSubscribe: async ({ raw, context }, params) => {
      const { admitted, onTooSlow } = context;
      const started = await parts.operations.start(readSubscription(params, parts.documents), {
        viewer: admitted.credential.viewer,
        language: chooseLanguage(raw.headers['accept-language']),
        charge: admitted.account.charge,
        onTooSlow,
      });
      return 'stream' in started ? started.stream : tellOnce(started);
    },
    onNext: async (_none, { context: { pace } }) => {
      // The library would take all that comes and keep it until the client does.
      await pace.idle();
      pace.begin();
    },
  });
}

/** Within the stream, where every client can read it; a page's EventSource sees no HTTP errors. */
async function* tellOnce<Result>(result: Result): AsyncGenerator<Result> {
  yield await Promise.resolve(result);
}

/** The library wants the type by itself. */
function readHeader(request: FastifyRequest, name: string): string | undefined {
  if (name === 'accept') return mediaType;
  const value = request.headers[name];
  return Array.isArray(value) ? value.join('\n') : value;
}

function refuse(reply: FastifyReply, body: Response[0]): FastifyReply {
  const { errors } = JSON.parse(typeof body === 'string' ? body : '{"errors":[]}') as Refusal;
  return answer(reply, 'BAD_REQUEST', errors[0]?.message ?? 'The request cannot be read');
}
