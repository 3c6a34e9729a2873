import type { Dialect } from '../../platform/database';
import { PostgresSearchIndex } from './postgres-search-index';
import type { SearchIndex } from './search-index';
import { SqliteSearchIndex } from './sqlite-search-index';

/** The index of an engine. */
export function createSearchIndex({ name }: Dialect): SearchIndex {
  return name === 'postgres' ? new PostgresSearchIndex() : new SqliteSearchIndex();
}
