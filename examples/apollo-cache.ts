import { InMemoryCache, type TypePolicies } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { connectionFields, embeddedTypes, possibleTypes } from './generated/client-settings';

/**
 * An Apollo Client cache for Maqal: fragments on `Node` match, pages that are asked for by edges
 * join their list, and objects without an id merge into the object that holds them.
 */
export function createApolloCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: Object.fromEntries(
      Object.entries(possibleTypes).map(([name, types]) => [name, [...types]]),
    ),
    typePolicies,
  });
}

/** For a cache with more policies of your own: spread them behind these. */
export const typePolicies: TypePolicies = {
  ...Object.fromEntries(embeddedTypes.map((name) => [name, { merge: true }])),
  ...Object.fromEntries(
    Object.entries(connectionFields).map(([name, fields]) => [
      name,
      {
        fields: Object.fromEntries(
          Object.entries(fields).map(([field, keyArguments]: [string, readonly string[]]) => [
            field,
            relayStylePagination([...keyArguments]),
          ]),
        ),
      },
    ]),
  ),
};
