import type { ApolloServerOptionsWithSchema } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from './context';

type DocumentStore = NonNullable<ApolloServerOptionsWithSchema<RequestContext>['documentStore']>;

/** Units: bytes, as estimated, of the documents that are kept with all that is kept with them. */
export const maxDocumentBytes = 64 * 1_024 * 1_024;
/** Units: bytes for each character of a text: its syntax tree, its compiled function and its costs. */
const bytesPerCharacter = 100;
/** Units: bytes that the smallest document takes. */
const bytesPerDocument = 8_192;

/**
 * Keeps parsed and validated documents, those used last, up to `maxDocumentBytes`.
 *
 * Compiled functions, costs and cache hints are kept weakly by their documents, so this bounds them
 * as well.
 */
export function createDocumentStore(): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: maxDocumentBytes,
    sizeCalculation: ({ loc }) => bytesPerDocument + bytesPerCharacter * (loc?.end ?? 0),
  });
  return {
    get: (key) => Promise.resolve(documents.get(key)),
    set: (key, document) => {
      documents.set(key, document);
      return Promise.resolve();
    },
    delete: (key) => Promise.resolve(documents.delete(key)),
  };
}
