import type { CancellationSignal } from '../cancellation';
import type { Queryable } from '../database';
import type { CacheDependencies } from './cache-dependencies';
import type { Viewer } from './viewer';

/** The languages in which the service itself speaks. */
export type Language = 'ar' | 'en';

/** What resolvers, services and loaders may know of the request that they serve. */
export interface RequestScope {
  readonly viewer: Viewer;
  readonly language: Language;
  /** Where the request comes from, as TRUST_PROXY has it; undefined where it is no request. */
  readonly clientAddress?: string | undefined;
  /** Where answers are read from: the primary once a mutation has begun, a replica before. */
  readonly reads: Queryable;
  /** Whether cached rows may serve: in queries without a token. */
  readonly readsCachedRows: boolean;
  /** One instant for the whole answer, so that its parts agree on what is published. */
  readonly now: Date;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: CancellationSignal;
  /** What the answer depends on: tags, and when it expires. */
  readonly cacheDependencies: CacheDependencies;
  /** Forgets what loaders read before a write: whoever wrote may then tell them what is there. */
  renewLoaders(): void;
  /** What `make` returns, made once for this request; how loaders are shared. */
  once<Made>(make: (scope: RequestScope) => Made): Made;
}
