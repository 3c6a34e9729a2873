export { BadUserInput, Forbidden, PublicError, RequestTimeout } from './public-error';
