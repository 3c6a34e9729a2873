import { deepStrictEqual } from 'node:assert';
import type { Operation } from '../load/graphql-requests';
import type { LoadRequest } from '../load/load-job';
import type { RunningServer } from '../processes/server-process';

/** An operation with the data that every server must answer it with. */
export interface Expectation {
  readonly operation: Operation;
  readonly data: unknown;
}

/** Answers of each server that are checked whole. */
const checkedCount = 25;

/** Sends one request. */
export function send(
  { origin }: RunningServer,
  { method, path, headers, body }: LoadRequest,
): Promise<Response> {
  return fetch(`${origin}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
}

/**
 * Holds a server's answers against what was put together from the database by hand.
 * Errors: an Error with the difference; nothing is counted of a server that answers otherwise.
 */
export async function checkAnswers(
  label: string,
  server: RunningServer,
  expectations: readonly Expectation[],
  toRequest: (operation: Operation) => LoadRequest,
): Promise<void> {
  for (const { operation, data } of expectations.slice(0, checkedCount)) {
    const response = await send(server, toRequest(operation));
    const answer: unknown = await response.json();
    try {
      deepStrictEqual(answer, { data });
    } catch (error) {
      throw new Error(`${label} answers otherwise than the database says`, { cause: error });
    }
  }
}
