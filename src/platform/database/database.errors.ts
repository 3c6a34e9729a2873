import type { Parameter } from './database';

/**
 * A statement failed; names the statement and keeps its parameters out of everything it carries.
 *
 * The driver's own error is left behind: PostgreSQL's `detail` quotes the row that was refused, and
 * whatever an error carries is logged.
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  /** The engine's own code, such as `23505` or `SQLITE_CONSTRAINT`; null where it gave none. */
  readonly code: string | null;
  constructor(
    readonly label: string,
    cause: unknown,
    parameters: readonly Parameter[] = [],
  ) {
    super(`Statement ${label} failed: ${hideParameters(describe(cause), parameters)}`);
    this.code = codeOf(cause);
  }
}

/** Work was handed in after the database began to close. */
export class DatabaseClosed extends Error {
  override readonly name = 'DatabaseClosed';
  constructor() {
    super('The database is closing and takes no more work');
  }
}

/** A statement was sent through a transaction whose work had ended. */
export class TransactionOver extends Error {
  override readonly name = 'TransactionOver';
  constructor(readonly label: string) {
    super(`Statement ${label} came after the end of its transaction`);
  }
}

function describe(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** By its shape: the drivers have no error class in common. */
function codeOf(cause: unknown): string | null {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : null;
}

/** Engines quote the value that they refuse: `invalid input syntax for type bigint: "…"`. */
function hideParameters(message: string, parameters: readonly Parameter[]): string {
  return parameters
    .flat()
    .reduce<string>((text, value) => text.replaceAll(`"${String(value)}"`, '"…"'), message);
}
