import type { GraphQLFormattedError } from 'graphql';
import type { TestApp } from './start-app';

/** An answer of the server's, with its body read as text and, where it is JSON, as an error's form. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly errors: readonly GraphQLFormattedError[];
}

/** What every JSON request carries. */
export const jsonHeaders = { 'content-type': 'application/json' };
/** What a script sends with GET, and no page of another site can. */
export const preflightHeaders = { 'apollo-require-preflight': 'true' };

/** Sends any request to a path of the service. */
export async function request(
  { origin }: Pick<TestApp, 'origin'>,
  path: string,
  init: RequestInit = {},
): Promise<HttpAnswer> {
  const response = await fetch(origin + path, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, errors: readErrors(text) };
}

/** Sends any body to the API as JSON. */
export function post(
  service: Pick<TestApp, 'origin'>,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> {
  return request(service, '/graphql', {
    method: 'POST',
    headers: { ...jsonHeaders, ...headers },
    body: JSON.stringify(body),
  });
}

/** Asks the API with GET; what is no text goes as JSON. */
export function get(
  service: Pick<TestApp, 'origin'>,
  parameters: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = preflightHeaders,
): Promise<HttpAnswer> {
  const search = new URLSearchParams(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
  return request(service, `/graphql?${search.toString()}`, { headers });
}

function readErrors(text: string): readonly GraphQLFormattedError[] {
  if (!text.startsWith('{')) return [];
  return (JSON.parse(text) as { errors?: GraphQLFormattedError[] }).errors ?? [];
}
