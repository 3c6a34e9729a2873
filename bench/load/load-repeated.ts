import type { Request } from 'autocannon';
import { createRandom } from '../data/random';
import { fire } from './fire';
import type { LoadRequest, LoadResult, RepeatJob } from './load-job';

/** Requests that one connection goes round; more would make the start of a load long. */
const requestsPerConnection = 200;

/** Sends prebuilt requests: nothing is composed while the load runs. */
export function loadRepeated(job: RepeatJob): Promise<LoadResult> {
  const random = createRandom(job.seed);
  return fire(job, {
    expectedStatus: job.expectedStatus,
    listFaults: () => [],
    options: {
      requests: job.requests.slice(0, 1).map(toRequest),
      // Connections in step would ask for the same article at the same moment.
      setupClient: (client) => {
        const order = random.shuffle(job.requests).slice(0, requestsPerConnection);
        client.setRequests(order.map(toRequest));
      },
    },
  });
}

function toRequest({ method, path, headers, body }: LoadRequest): Request {
  return { method, path, headers: { ...headers }, ...(body === undefined ? {} : { body }) };
}
