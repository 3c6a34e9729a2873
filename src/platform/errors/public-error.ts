/**
 * A failure whose message and code are for the caller to read.
 *
 * Anything thrown that is not one of these is unknown: it is masked on the way out and logged.
 */
export abstract class PublicError extends Error {
  /** The condition in capitals; every code stands in the catalogue of graphql/errors. */
  abstract readonly code: string;
  /** What a program may want to know beside the code: further `extensions` of the error. */
  readonly facts: Readonly<Record<string, unknown>> = {};
}

/** The caller's arguments cannot be used as they are; the message says which and what would be right. */
export class BadUserInput extends PublicError {
  override readonly name = 'BadUserInput';
  readonly code = 'BAD_USER_INPUT';
}

/** The viewer's role does not reach. */
export class Forbidden extends PublicError {
  override readonly name = 'Forbidden';
  readonly code = 'FORBIDDEN';
}

/** What the log may know of an unavailable dependency; none of it reaches the caller. */
export interface UnavailableDetail {
  /** The operation that failed, such as a statement's label. */
  readonly operation: string;
  /** The dependency's own code; null where it gave none. */
  readonly engineCode: string | null;
  readonly reason: string;
  /** Whether the connection is gone, so that no answer can come any more. */
  readonly isConnectionLost: boolean;
}

/** Units: seconds until a retry is worth it. */
const retryAfterSeconds = 1;

/** A dependency, such as the database, is away or too busy; a retry may succeed. */
export class ServiceUnavailable extends PublicError {
  override readonly name = 'ServiceUnavailable';
  readonly code = 'SERVICE_UNAVAILABLE';
  override readonly facts = { retryAfterSeconds };
  constructor(
    message: string,
    readonly detail: UnavailableDetail | null = null,
  ) {
    super(message);
  }
}

/** The request took longer than REQUEST_TIMEOUT_MS. */
export class RequestTimeout extends PublicError {
  override readonly name = 'RequestTimeout';
  readonly code = 'REQUEST_TIMEOUT';
  override readonly facts = { retryAfterSeconds };
}
