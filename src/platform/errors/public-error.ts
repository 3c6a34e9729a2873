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

/** The request took longer than REQUEST_TIMEOUT_MS. */
export class RequestTimeout extends PublicError {
  override readonly name = 'RequestTimeout';
  readonly code = 'REQUEST_TIMEOUT';
}
