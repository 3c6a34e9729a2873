import type { LiveRequest } from '../../graphql';
import type { TrustedDocuments } from '../trusted-documents';

/** What a client may send beside its document. */
export interface SentSubscription {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/**
 * The subscription that a client asks for.
 * Errors: DocumentNotTrusted, where only trusted documents are executed.
 */
export function readSubscription(
  { query, operationName, variables }: SentSubscription,
  documents: TrustedDocuments,
): LiveRequest {
  documents.resolve({ search: '', body: { query }, headers: {} });
  return { query, operationName, variables };
}
