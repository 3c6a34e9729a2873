import type { LiveRequest } from '../../graphql';
import { BodyUnreadable, PersistedQueryNotFound } from '../http.errors';
import { requireUtf8 } from '../read-graphql-request';
import type { TrustedDocuments } from '../trusted-documents';

/** The request parameters of a subscription; undefined where one is absent, null or empty. */
export interface SentSubscription {
  readonly query: string | undefined;
  readonly documentId: string | undefined;
  /** Shape: lower-case hexadecimal, of an automatic persisted query. */
  readonly documentHash: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Fields | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * The parameters in a JSON body or message.
 * Errors: BodyUnreadable, which names the parameter and what it must be.
 */
export function readParameters(sent: unknown): SentSubscription {
  if (!isFields(sent)) throw new BodyUnreadable('A subscription must be sent as a JSON object');
  const extensions = readFields(sent, 'extensions') ?? {};
  const persisted = readFields(extensions, 'persistedQuery', 'extensions.') ?? {};
  const hash = readText(persisted, 'sha256Hash', 'extensions.persistedQuery.');
  return {
    query: readText(sent, 'query'),
    documentId: readText(sent, 'documentId') ?? readText(extensions, 'documentId', 'extensions.'),
    documentHash: hash?.toLowerCase(),
    operationName: readText(sent, 'operationName'),
    variables: readFields(sent, 'variables'),
  };
}

/**
 * The parameters in an address's query.
 * Errors: BodyUnreadable, as `readParameters`, and where the address is not UTF-8.
 */
export function readSearchParameters(search: string): SentSubscription {
  requireUtf8(search);
  const parameters = new URLSearchParams(search);
  return readParameters({
    query: parameters.get('query'),
    documentId: parameters.get('documentId'),
    operationName: parameters.get('operationName'),
    variables: parseJson('variables', parameters.get('variables')),
    extensions: parseJson('extensions', parameters.get('extensions')),
  });
}

/**
 * The subscription to start, with the document's text in place of its id or hash.
 * Errors: BodyUnreadable where no document is named; DocumentNotFound; PersistedQueryNotFound, after
 * which clients send the text; where only trusted documents are executed, DocumentNotTrusted and
 * PersistedQueryNotSupported.
 */
export function resolveSubscription(
  { query, documentId, documentHash, operationName, variables }: SentSubscription,
  documents: TrustedDocuments,
): LiveRequest {
  if (documentId !== undefined) {
    return { query: findDocument(documents, documentId), operationName, variables };
  }
  if (query === undefined && documentHash !== undefined) {
    return { query: findByHash(documents, documentHash), operationName, variables };
  }
  if (query === undefined) {
    throw new BodyUnreadable('A subscription needs a "query" or the "documentId" of one');
  }
  documents.resolve({ search: '', body: { query }, headers: {} });
  return { query, operationName, variables };
}

function findDocument(documents: TrustedDocuments, documentId: string): string {
  const { body } = documents.resolve({ search: '', body: { documentId }, headers: {} });
  return (body as { readonly query: string }).query;
}

function findByHash(documents: TrustedDocuments, sha256Hash: string): string {
  const body = { extensions: { persistedQuery: { sha256Hash } } };
  const resolved = documents.resolve({ search: '', body, headers: {} });
  const { query } = resolved.body as { readonly query?: string };
  if (query === undefined) throw new PersistedQueryNotFound();
  return query;
}

function readText(fields: Fields, name: string, path = ''): string | undefined {
  const value = fields[name] ?? '';
  if (typeof value === 'string') return value === '' ? undefined : value;
  throw new BodyUnreadable(`"${path}${name}" must be a string, but got: ${describeType(value)}`);
}

function readFields(fields: Fields, name: string, path = ''): Fields | undefined {
  const value = fields[name] ?? undefined;
  if (value === undefined || isFields(value)) return value;
  throw new BodyUnreadable(`"${path}${name}" must be an object, but got: ${describeType(value)}`);
}

function parseJson(name: string, text: string | null): unknown {
  if (text === null || text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new BodyUnreadable(`"${name}" must be a JSON object, but cannot be read as JSON`);
  }
}

function describeType(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
