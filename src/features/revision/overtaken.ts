import { DatabaseError } from '../../platform/database';

/** Each attempt that is overtaken means that another writer's change was stored meanwhile. */
const maxAttempts = 5;

/**
 * Runs a transaction again where another writer stored a row of the same key after it had looked.
 * Errors: what `work` throws, and the last such DatabaseError.
 */
export async function retryOvertaken<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isOvertaken(error) || attempt === maxAttempts) throw error;
    }
  }
}

/** Source: PostgreSQL, appendix A (23505, unique_violation). */
function isOvertaken(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '23505';
}
