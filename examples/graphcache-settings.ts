import { embeddedTypes } from './generated/client-settings';

/**
 * `keys` for urql's graphcache: types without an id are embedded in the object that holds them.
 * Pass it to `cacheExchange({ schema, keys })`, with `relayPagination()` of
 * `@urql/exchange-graphcache/extras` as the resolver of each field of `connectionFields`.
 */
export const keys: Readonly<Record<string, () => null>> = Object.fromEntries(
  embeddedTypes.map((name) => [name, () => null]),
);
