import { ServiceUnavailable } from '../errors';
import { classifyFailure, codeOf, describe } from './availability';
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

/**
 * The error that a failed statement is reported with: ServiceUnavailable where the database is away,
 * locked or overloaded, so that a retry may succeed; DatabaseError for everything else.
 */
export function toDatabaseError(
  label: string,
  cause: unknown,
  parameters: readonly Parameter[] = [],
): DatabaseError | ServiceUnavailable {
  const kind = classifyFailure(cause);
  if (kind === null) return new DatabaseError(label, cause, parameters);
  const reason = hideParameters(describe(cause), parameters);
  return toUnavailable(label, codeOf(cause), reason, kind === 'connection');
}

/** The error of a connection that could not be had, whatever the reason. */
export function toConnectError(cause: unknown): ServiceUnavailable {
  return toUnavailable('database.connect', codeOf(cause), describe(cause), true);
}

function toUnavailable(
  operation: string,
  engineCode: string | null,
  reason: string,
  isConnectionLost: boolean,
): ServiceUnavailable {
  return new ServiceUnavailable(retryLater, { operation, engineCode, reason, isConnectionLost });
}

const retryLater = 'The database is not available at the moment: send the request again';
const outcomeUnknown =
  'The connection to the database was lost while a change was being committed, so the change may have been written: retry with the same idempotency key, or read what is there before you send it again';

/** The error of a failed COMMIT: a lost connection leaves open whether the change was written. */
export function toCommitError(error: unknown): unknown {
  return isConnectionLost(error) ? new ServiceUnavailable(outcomeUnknown, error.detail) : error;
}

/** Whether an error tells that its connection is gone. */
export function isConnectionLost(error: unknown): error is ServiceUnavailable {
  return error instanceof ServiceUnavailable && error.detail?.isConnectionLost === true;
}

/** The database cannot serve requests; the message is the reason that `/health/ready` gives. */
export class DatabaseNotReady extends Error {
  override readonly name = 'DatabaseNotReady';
}

/** A backup was not written or restored; the message says why and what to do. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
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

/** Engines quote the value that they refuse: `invalid input syntax for type bigint: "…"`. */
function hideParameters(message: string, parameters: readonly Parameter[]): string {
  return parameters
    .flat()
    .reduce<string>((text, value) => text.replaceAll(`"${String(value)}"`, '"…"'), message);
}
