import { PublicError } from '../../platform/errors';

/** Whether credentials are good cannot be said now: who made them does not answer. */
export class AuthenticationUnavailable extends PublicError {
  override readonly name = 'AuthenticationUnavailable';
  readonly code = 'AUTHENTICATION_UNAVAILABLE';
}
