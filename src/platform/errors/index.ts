export {
  BadUserInput,
  Forbidden,
  PublicError,
  RequestTimeout,
  ServiceUnavailable,
  type UnavailableDetail,
} from './public-error';
