import type { FastifyInstance } from 'fastify';
import { type Database, DatabaseNotReady } from '../platform/database';

/** What the health routes need. */
export interface HealthOptions {
  readonly database: Pick<Database, 'checkReady'>;
  /** Whether the service has been told to stop, even if it still serves. */
  readonly isLeaving: () => boolean;
}

/** Units: milliseconds. Load balancers and Kubernetes wait a second for an answer. */
const checkTimeoutMs = 900;
const silent = new DatabaseNotReady('The database does not answer');

/** `/health/live`: the process runs. `/health/ready`: it can answer; checked within a second. */
export function registerHealth(app: FastifyInstance, options: HealthOptions): void {
  const check = shareCheck(() => options.database.checkReady());
  app.get('/health/live', () => ({ status: 'live' }));
  app.get('/health/ready', async (request, reply) => {
    if (options.isLeaving()) return reply.code(503).send({ status: 'stopping' });
    try {
      await withinTime(check());
      return { status: 'ready' };
    } catch (error) {
      request.log.error({ err: error });
      const { message: reason } = error instanceof DatabaseNotReady ? error : silent;
      return reply.code(503).send({ status: 'unavailable', reason });
    }
  });
}

/** A check that hangs is waited for by all probes and not begun again by each of them. */
function shareCheck(check: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= check().finally(() => {
      running = null;
    });
    return running;
  };
}

function withinTime(work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(silent);
    }, checkTimeoutMs);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
