import { PublicError } from '../../platform/errors';

/** A file of a type that is not taken, or one that cannot be read as what it says it is. */
export class UnsupportedType extends PublicError {
  override readonly name = 'UnsupportedType';
  readonly code = 'UNSUPPORTED_TYPE';
}

/** A file with more bytes or pixels than are taken. */
export class TooLarge extends PublicError {
  override readonly name = 'TooLarge';
  readonly code = 'TOO_LARGE';
}
