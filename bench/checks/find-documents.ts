import { getDocument, getOperation, type Operation } from '../load/graphql-requests';
import type { LoadRequest } from '../load/load-job';
import type { RunningServer } from '../processes/server-process';
import { send } from './check-answers';

/** How the service is asked by GET. */
export interface GetForm {
  readonly note: string;
  toRequest(operation: Operation): LoadRequest;
}

/**
 * The shortest GET that the service answers: the operation's name as the trusted document's id,
 * else the operation's text.
 */
export async function findGetForm(server: RunningServer, example: Operation): Promise<GetForm> {
  const byId = ({ name, variables }: Operation) => getDocument(name, variables);
  const response = await send(server, byId(example));
  const { data } = (await response.json()) as { data?: object | null };
  const isServed = response.ok && data !== null && data !== undefined;
  return isServed
    ? { note: 'GET by documentId', toRequest: byId }
    : {
        note: 'GET with the operation’s text: the service serves no documentId yet',
        toRequest: getOperation,
      };
}

/** The requests with the ETags of their answers; null where the service sends none. */
export async function findConditional(
  server: RunningServer,
  requests: readonly LoadRequest[],
): Promise<LoadRequest[] | null> {
  const conditional: LoadRequest[] = [];
  for (const request of requests) {
    const response = await send(server, request);
    await response.arrayBuffer();
    const etag = response.headers.get('etag');
    if (etag === null) return null;
    conditional.push({ ...request, headers: { ...request.headers, 'if-none-match': etag } });
  }
  return conditional;
}
