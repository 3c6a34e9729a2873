import type { Clock } from '../clock';
import type { Database } from '../database';
import { CacheDependencies } from './cache-dependencies';
import type { RequestScope } from './request-scope';
import { Role } from './role';

/** The scope of work that the command line does in the newsroom's name. */
export function createStaffScope(database: Database, clock: Clock, name: string): RequestScope {
  const made = new Map<unknown, unknown>();
  const scope: RequestScope = {
    viewer: { role: Role.EDITOR, tokenName: name },
    language: 'en',
    reads: database.primary,
    readsCachedRows: false,
    now: clock.now(),
    signal: new AbortController().signal,
    cacheDependencies: new CacheDependencies(),
    renewLoaders: () => {
      made.clear();
    },
    once: <Made>(make: (scope: RequestScope) => Made): Made => {
      if (!made.has(make)) made.set(make, make(scope));
      return made.get(make) as Made;
    },
  };
  return scope;
}
