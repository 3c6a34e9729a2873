import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answer, answerNotFound } from './error-answers';

/** Every method that a route of this service takes. */
const methods = ['GET', 'HEAD', 'POST'] as const;

/**
 * Answers what no route takes: OPTIONS with what is allowed, another method with 405, and a route's
 * path with a slash behind it with the path without.
 * Shape: register it behind CORS, whose headers these answers carry too.
 */
export function registerUnrouted(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    // Before the body is read, whose type or size would be refused first.
    if (request.method === 'OPTIONS') answerOptions(app, request, reply);
    else if (!request.is404) done();
    else if (isRouteWithSlash(app, request)) {
      const path = pathOf(request);
      void reply.redirect(path.slice(0, -1) + request.url.slice(path.length), 308);
    } else answerUnknown(app, request, reply);
  });
}

function answerOptions(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): void {
  const allowed = listMethods(app, request);
  const isPreflight = request.headers['access-control-request-method'] !== undefined;
  if (allowed.length === 0 && !isPreflight) {
    answerUnknown(app, request, reply);
    return;
  }
  if (allowed.length > 0) void reply.header('allow', allowed.join(', '));
  // Some browsers wait for a body unless its length is said.
  void reply.code(204).header('content-length', '0').send();
}

function answerUnknown(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): void {
  const allowed = listMethods(app, request);
  if (allowed.length === 0) {
    answerNotFound(request, reply);
    return;
  }
  void reply.header('allow', allowed.join(', '));
  const message = `${pathOf(request)} takes ${allowed.join(', ')}, but got: ${request.method}`;
  answer(reply, 'METHOD_NOT_ALLOWED', message);
}

function isRouteWithSlash(app: FastifyInstance, request: FastifyRequest): boolean {
  const path = pathOf(request);
  const route = path.slice(0, -1);
  // `//` begins the address of another host.
  return path.endsWith('/') && route !== '/' && listMethodsOf(app, route).length > 0;
}

function listMethods(app: FastifyInstance, request: FastifyRequest): readonly string[] {
  const path = pathOf(request);
  // The service as a whole. Source: RFC 9110, 9.3.7.
  return path === '*' ? methods : listMethodsOf(app, path);
}

function listMethodsOf(app: FastifyInstance, url: string): string[] {
  return methods.filter((method) => app.hasRoute({ url, method }));
}

function pathOf({ url }: FastifyRequest): string {
  return url.split('?', 1)[0] ?? url;
}
