import { createHash, getFips } from 'node:crypto';
import { parse, print } from 'graphql';
import { listLayouts } from './document-layouts';
import { DocumentNotFound, DocumentNotTrusted, PersistedQueryNotSupported } from './http.errors';

/** An operation that this service's own clients send. */
export interface NamedDocument {
  readonly name: string;
  readonly document: string;
}

/** A request as Apollo reads it. */
export interface GraphqlRequest {
  /** The address's query, with its question mark; empty for none. */
  readonly search: string;
  readonly body: unknown;
  /** What is said in the caller's place. */
  readonly headers: Readonly<Record<string, string>>;
}

/** How a request names its document. */
interface Asked {
  readonly documentId: string | null;
  readonly query: unknown;
  /** The hash of an automatic persisted query; null for none. */
  readonly persistedHash: string | null;
}

/** Documents known beforehand, which a request may name in place of their text. */
export class TrustedDocuments {
  /** The text of each id; that of a hash may have more fields than the file. */
  private readonly byId: ReadonlyMap<string, string>;
  private readonly printed: ReadonlySet<string>;

  /**
   * Shape: a `documentId` is an operation's name, or the hash of its file's text or of one of the
   * layouts in which clients print it: SHA-256, SHA-1 (GraphQL Code Generator) or MD5 (Relay), with
   * or without the algorithm and a colon before it.
   */
  constructor(
    documents: readonly NamedDocument[],
    /** Whether nothing but these is executed. */
    private readonly areOnly: boolean,
  ) {
    const layouts = documents.flatMap(({ document }) => listLayouts(document));
    this.byId = new Map([
      ...layouts.flatMap((text) => listHashes(text).map((id) => [id, text] as const)),
      ...documents.map(({ name, document }) => [name, document] as const),
    ]);
    this.printed = new Set(layouts.map((text) => print(parse(text))));
  }

  /**
   * The request with the document's text in place of its `documentId` or persisted query's hash.
   * Errors: DocumentNotFound; where only trusted documents are executed, DocumentNotTrusted for
   * another text and PersistedQueryNotSupported for another hash.
   * Source: GraphQL over HTTP, appendix A (persisted documents); Apollo's automatic persisted queries.
   */
  resolve(request: GraphqlRequest): GraphqlRequest {
    const { body } = request;
    if (isFields(body)) {
      const { documentId, ...others } = body;
      const text = this.find({
        documentId: typeof documentId === 'string' ? documentId : null,
        query: body['query'],
        persistedHash: readHash(body['extensions']),
      });
      return text === null ? request : { ...request, body: { ...others, query: text } };
    }
    const parameters = new URLSearchParams(request.search);
    const text = this.find({
      documentId: parameters.get('documentId'),
      query: parameters.get('query') ?? undefined,
      persistedHash: readHash(readJson(parameters.get('extensions'))),
    });
    if (text === null) return request;
    parameters.delete('documentId');
    parameters.set('query', text);
    return { ...request, search: `?${parameters.toString()}` };
  }

  /** The text to execute; null for the request's own. */
  private find({ documentId, query, persistedHash }: Asked): string | null {
    if (documentId !== null) return this.get(documentId);
    if ((query === undefined || query === null || query === '') && persistedHash !== null) {
      const text = this.byId.get(`sha256:${persistedHash}`);
      if (text !== undefined) return text;
      if (this.areOnly) throw new PersistedQueryNotSupported();
      return null;
    }
    this.requireTrust(query);
    return null;
  }

  private get(id: string): string {
    const document = this.byId.get(id);
    if (document === undefined) throw new DocumentNotFound(id);
    return document;
  }

  private requireTrust(query: unknown): void {
    if (!this.areOnly) return;
    if (typeof query !== 'string' || !this.printed.has(printOrEmpty(query))) {
      throw new DocumentNotTrusted();
    }
  }
}

/** They name texts and protect nothing. OpenSSL has no MD5 in FIPS mode. */
const hashAlgorithms = getFips() === 1 ? ['sha256', 'sha1'] : ['sha256', 'sha1', 'md5'];

function listHashes(text: string): string[] {
  return hashAlgorithms.flatMap((algorithm) => {
    const hash = createHash(algorithm).update(text).digest('hex');
    return [hash, `${algorithm}:${hash}`];
  });
}

function readHash(extensions: unknown): string | null {
  const persisted = isFields(extensions) ? extensions['persistedQuery'] : null;
  const sha256Hash = isFields(persisted) ? persisted['sha256Hash'] : null;
  return typeof sha256Hash === 'string' ? sha256Hash : null;
}

/** Shape: null for what is no JSON, which is refused when it is executed. */
function readJson(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function isFields(body: unknown): body is Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}

function printOrEmpty(document: string): string {
  try {
    return print(parse(document));
  } catch {
    return '';
  }
}
