import { PublicError } from '../../platform/errors';

/** No credentials where some are needed, or credentials that stand for nobody. */
export class Unauthenticated extends PublicError {
  override readonly name = 'Unauthenticated';
  readonly code = 'UNAUTHENTICATED';
}

/** Whether credentials are good cannot be said now: who made them does not answer. */
export class AuthenticationUnavailable extends PublicError {
  override readonly name = 'AuthenticationUnavailable';
  readonly code = 'AUTHENTICATION_UNAVAILABLE';
}
