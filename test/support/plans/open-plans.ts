import { isPostgres, type TestDatabase } from '../test-database';
import type { PlanReader } from './plan';
import { openPostgresPlans } from './postgres-plans';
import { openSqlitePlans } from './sqlite-plans';

/** Asks a test's database for its plans. */
export function openPlans({ url }: TestDatabase): Promise<PlanReader> {
  return isPostgres ? openPostgresPlans(url) : openSqlitePlans(url.slice('sqlite:'.length));
}
