import type { FastifyInstance } from 'fastify';
import { answer } from './error-answers';

/** What is done for every request that reaches the framework: its id, its log line, the stop. */
export function registerHooks(app: FastifyInstance, isStopping: () => boolean): void {
  app.addHook('onRequest', (request, reply, done) => {
    // A reader's text must not be taken for a page, whatever it looks like.
    reply.headers({ 'x-request-id': request.id, 'x-content-type-options': 'nosniff' });
    if (isStopping() && request.url !== '/health/live') {
      answer(reply, 'SERVICE_STOPPING', 'The service is shutting down: send the request again');
      return;
    }
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    // A connection that was busy when the closing began would otherwise stay open for its client.
    if (isStopping()) reply.header('connection', 'close');
    done(null, payload);
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions, id: requestId } = request;
    const { statusCode, elapsedTime: elapsedMs } = reply;
    request.log.debug({ method, route: routeOptions.url, statusCode, elapsedMs, requestId });
    done();
  });
}
