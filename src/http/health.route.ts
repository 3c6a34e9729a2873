import type { FastifyInstance } from 'fastify';
import type { Database } from '../platform/database';

/** Whether the process runs, and whether it can answer: for whoever starts and watches it. */
export function registerHealth(
  app: FastifyInstance,
  { database, isStopping }: { database: Database; isStopping: () => boolean },
): void {
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (request, reply) => {
    if (isStopping()) return reply.code(503).send({ status: 'stopping' });
    try {
      await database.checkReady();
      return { status: 'ready' };
    } catch (error) {
      request.log.error({ err: error });
      return reply
        .code(503)
        .send({ status: 'unavailable', reason: 'The database does not answer' });
    }
  });
}
