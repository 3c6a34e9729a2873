import type { LoadRequest } from './load-job';

/** Where every server of the bench answers GraphQL. */
export const graphqlPath = '/graphql';

/** What a client sends with JSON. */
export const jsonHeaders = { 'content-type': 'application/json' };

/** Tells Apollo's CSRF prevention that no form of another site sent the GET. */
const preflightHeaders = { 'apollo-require-preflight': 'true' };

/** An operation with its variables. */
export interface Operation {
  readonly name: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The operation by POST, with its text. */
export function postOperation({ name, document, variables }: Operation): LoadRequest {
  return {
    method: 'POST',
    path: graphqlPath,
    headers: jsonHeaders,
    body: JSON.stringify({ query: document, operationName: name, variables }),
  };
}

/** The operation by POST, as the holder of a token sends it. */
export function postWithToken(operation: Operation, token: string): LoadRequest {
  const request = postOperation(operation);
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
}

/** The operation by GET, with its text in the address. */
export function getOperation({ name, document, variables }: Operation): LoadRequest {
  return {
    ...getWith({ query: document, operationName: name }, variables),
    headers: preflightHeaders,
  };
}

/** The trusted operation of an id by GET. */
export function getDocument(
  documentId: string,
  variables: Readonly<Record<string, unknown>>,
): LoadRequest {
  return getWith({ documentId }, variables);
}

function getWith(
  parameters: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, unknown>>,
): LoadRequest {
  const search = new URLSearchParams({ ...parameters, variables: JSON.stringify(variables) });
  return { method: 'GET', path: `${graphqlPath}?${search.toString()}`, headers: {} };
}
