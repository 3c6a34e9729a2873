import { PublicError } from '../errors';

/** No credentials where some are needed, or credentials that stand for nobody. */
export class Unauthenticated extends PublicError {
  override readonly name = 'Unauthenticated';
  readonly code = 'UNAUTHENTICATED';
}
