import { DatabaseError } from './database.errors';

/**
 * Each attempt that is overtaken means that another writer's change was stored meanwhile: of many
 * that want one slug at once, one gets it each time. More than a pool has connections, by default.
 */
const maxAttempts = 20;

/**
 * Runs a transaction again where, after it had looked, another writer stored a row of the same key or
 * deleted the row that its own were to hang on: the next attempt sees what that writer did.
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

/** Source: PostgreSQL, appendix A (unique_violation, foreign_key_violation). SQLite has one writer. */
const overtakenCodes: readonly (string | null)[] = ['23505', '23503'];

function isOvertaken(error: unknown): boolean {
  return error instanceof DatabaseError && overtakenCodes.includes(error.code);
}
