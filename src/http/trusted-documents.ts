import { createHash } from 'node:crypto';
import { parse, print } from 'graphql';
import { DocumentNotFound, DocumentNotTrusted } from './http.errors';

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

/** Documents known beforehand, which a request may name in place of their text. */
export class TrustedDocuments {
  private readonly byId: ReadonlyMap<string, string>;
  private readonly printed: ReadonlySet<string>;

  /** Shape: a `documentId` is an operation's name, or `sha256:` and the hash of its file's text. */
  constructor(
    documents: readonly NamedDocument[],
    /** Whether nothing but these is executed. */
    private readonly areOnly: boolean,
  ) {
    this.byId = new Map(
      documents.flatMap(({ name, document }) => [
        [name, document] as const,
        [`sha256:${createHash('sha256').update(document).digest('hex')}`, document] as const,
      ]),
    );
    this.printed = new Set(documents.map(({ document }) => print(parse(document))));
  }

  /**
   * The request with the document's text in place of its `documentId`.
   * Errors: DocumentNotFound; DocumentNotTrusted where only trusted documents are executed.
   * Source: GraphQL over HTTP, appendix A (persisted documents).
   */
  resolve(request: GraphqlRequest): GraphqlRequest {
    if (isFields(request.body)) return this.resolveBody(request, request.body);
    const parameters = new URLSearchParams(request.search);
    const id = parameters.get('documentId');
    if (id === null) {
      this.requireTrust(parameters.get('query'));
      return request;
    }
    parameters.delete('documentId');
    parameters.set('query', this.get(id));
    return { ...request, search: `?${parameters.toString()}` };
  }

  private resolveBody(
    request: GraphqlRequest,
    { documentId, ...body }: Readonly<Record<string, unknown>>,
  ): GraphqlRequest {
    if (typeof documentId === 'string') {
      return { ...request, body: { ...body, query: this.get(documentId) } };
    }
    this.requireTrust(body['query']);
    return request;
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
