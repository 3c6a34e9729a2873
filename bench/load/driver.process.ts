// The load driver: one process, one job after the other, each handed in and answered as a message.
import { loadComments } from './load-comments';
import type { LoadJob, LoadResult } from './load-job';
import { loadMixed } from './load-mixed';
import { loadRepeated } from './load-repeated';

function load(job: LoadJob): Promise<LoadResult> {
  switch (job.kind) {
    case 'repeat':
      return loadRepeated(job);
    case 'comment':
      return loadComments(job);
    case 'mixed':
      return loadMixed(job);
  }
}

process.on('message', (job: LoadJob) => {
  load(job).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
