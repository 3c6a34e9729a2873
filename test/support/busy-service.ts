import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands in for a service: what it refuses for the moment, and the keys of what it took. */
export interface BusyService {
  readonly url: string;
  /** The idempotency keys that were taken, each once. */
  readonly taken: ReadonlySet<string>;
  stop(): void;
}

/** Shape: how the next request is answered; null takes its comment. */
export type Refusal = { readonly status: number; readonly retryAfter?: string } | null;

/** Answers `addComment` by turns as `next` says. */
export async function startBusyService(next: () => Refusal): Promise<BusyService> {
  const taken = new Set<string>();
  const server = createServer((request, response) => {
    void answer(request, response, next(), taken);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    taken,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: Refusal,
  taken: Set<string>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  if (refusal !== null) {
    const { status, retryAfter } = refusal;
    response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter }).end();
    return;
  }
  const { variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
    variables: { input: { idempotencyKey: string } };
  };
  taken.add(variables.input.idempotencyKey);
  const comment = { id: 'comment_1', status: 'APPROVED' };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ data: { addComment: { comment, userErrors: [] } } }));
}
