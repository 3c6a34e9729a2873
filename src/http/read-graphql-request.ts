import type { FastifyRequest } from 'fastify';
import { BodyUnreadable } from './http.errors';
import type { GraphqlRequest } from './trusted-documents';

type Parameters = Readonly<Record<string, unknown>>;

/** Apollo's protection against forged requests looks at a content type; GET has no body of any. */
const harmless = { 'content-type': 'application/json' };
/** Parameters of an address that mean the same empty as absent. */
const optionalParameters = ['operationName', 'variables', 'extensions', 'documentId'];
/** Those among them that are JSON, in which null is absent too. */
const jsonParameters: ReadonlySet<string> = new Set(['variables', 'extensions']);
const emptyParameter =
  /[?&](?:(?:operationName|documentId)=|(?:variables|extensions)=(?:null)?)(?:&|$)/;
/** Parameters of which each asks for an operation. */
const askingParameters = ['query', 'documentId', 'extensions'];

/**
 * The GraphQL request in an HTTP request, as clients mean it.
 * Shape: HEAD reads as GET. A GET needs no preflight: see docs/decisions/0001.
 * Errors: BodyUnreadable where the address is not UTF-8.
 */
export function readGraphqlRequest({
  method,
  url,
  body,
  headers: { accept },
}: FastifyRequest): GraphqlRequest {
  if (method === 'POST') {
    return { search: '', body: isObject(body) ? normalizeParameters(body) : body, headers: {} };
  }
  const start = url.indexOf('?');
  const search = start < 0 ? '' : normalizeSearch(url.slice(start));
  const isAsking = askingParameters.some((name) => new URLSearchParams(search).has(name));
  const headers = isAsking && accept !== undefined ? { accept: preferJson(accept) } : {};
  return { search, body: undefined, headers: { ...harmless, ...headers } };
}

/**
 * The parameters of a body, without an `operationName` or a `documentId` that is empty: it names
 * none. So does an empty `query` beside extensions, which older clients send with its hash.
 */
export function normalizeParameters(parameters: Parameters): Parameters {
  const names = ['operationName', 'documentId'];
  if (isObject(parameters['extensions'])) names.push('query');
  if (names.every((name) => parameters[name] !== '')) return parameters;
  const others = Object.entries(parameters).filter(
    ([name, value]) => value !== '' || !names.includes(name),
  );
  return Object.fromEntries(others);
}

/**
 * The query of an address, without optional parameters that are empty or null.
 * Shape: with its question mark; empty for none.
 * Errors: BodyUnreadable where what is percent-encoded is not UTF-8.
 */
export function normalizeSearch(search: string): string {
  requireUtf8(search);
  if (!emptyParameter.test(search)) return search;
  const parameters = new URLSearchParams(search);
  for (const name of optionalParameters) {
    const isAbsent = (value: string) =>
      value === '' || (value === 'null' && jsonParameters.has(name));
    if (parameters.getAll(name).every(isAbsent)) parameters.delete(name);
  }
  return `?${parameters.toString()}`;
}

/**
 * Refuses an address whose percent-encoded bytes are not UTF-8.
 *
 * A percent sign that begins no byte stands for itself, as in the URL Standard.
 * Errors: BodyUnreadable.
 */
export function requireUtf8(search: string): void {
  if (!search.includes('%')) return;
  try {
    decodeURIComponent(search.replaceAll(/%(?![\da-f]{2})/gi, '%25'));
  } catch {
    throw new BodyUnreadable('The percent-encoded bytes of the address must be UTF-8');
  }
}

/** A browser that opens an operation's address asks for HTML, but its answer is JSON. */
function preferJson(accept: string): string {
  return accept.replaceAll(/text\/html\b/gi, 'application/json');
}

function isObject(body: unknown): body is Parameters {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}
