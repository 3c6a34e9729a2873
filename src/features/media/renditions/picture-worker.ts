import type { Inspection, PictureJob, WorkerAnswer, WorkerRequest } from './picture-jobs';
import { inspect, prepareSharp, render } from './picture-work';

/**
 * The process that decodes pictures, forked by PicturePool.
 *
 * A process of its own: what a hostile file does to a decoder stays in here, where nothing is secret,
 * and the threads that the service reads its database with never wait for pixels.
 */
function work(): void {
  prepareSharp();
  process.on('message', (request: WorkerRequest) => {
    void answer(request);
  });
  process.on('disconnect', () => process.exit());
  // A terminal signals both; the service decides when its workers end.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
}

async function answer({ id, job }: WorkerRequest): Promise<void> {
  const outcome = await run(job).then(
    (result) => ({ result }),
    (error: unknown) => ({ fault: String(error) }),
  );
  const message: WorkerAnswer = { id, heldBytes: process.memoryUsage.rss(), ...outcome };
  process.send?.(message);
}

async function run(job: PictureJob): Promise<Inspection | null> {
  if (job.kind === 'inspect') return inspect(job);
  await render(job);
  return null;
}

if (require.main === module) work();
