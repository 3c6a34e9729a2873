import { Unauthenticated } from '../../platform/request';

/** What clients write for a token that they do not have yet. */
const missingToken = /^bearer +(null|undefined|none|nil|nan|true|false) *$/i;
/** Schemes that say what was meant; anything else might be the secret itself, and is not repeated. */
const otherScheme = /^(apikey|aws4-hmac-sha256|basic|digest|hawk|jwt|negotiate|ntlm|token) /i;

/**
 * The token in an Authorization header.
 * Errors: Unauthenticated, which says what was seen without repeating a token, and what to send.
 * Source: RFC 6750, 2.1; RFC 9110, 11.1: the scheme's name is read in any case.
 */
export function readBearer(authorization: string): string {
  const [, token] = /^bearer +([\w.~+/=-]+) *$/i.exec(authorization) ?? [];
  if (token !== undefined && !missingToken.test(authorization)) return token;
  throw new Unauthenticated(
    `${describe(authorization.trim())}: send "Authorization: Bearer <token>", or no such header to read as everybody does`,
  );
}

function describe(authorization: string): string {
  if (authorization === '') return 'The Authorization header is empty';
  if (/^bearer$/i.test(authorization))
    return 'The Authorization header has no token after "Bearer"';
  const [, word] = missingToken.exec(authorization) ?? [];
  if (word !== undefined) {
    return `The Authorization header is "Bearer ${word}", so the client had no token when it sent this`;
  }
  if (/^bearer\b/i.test(authorization)) {
    return 'The Authorization header has characters after "Bearer" that no token has';
  }
  const [, scheme] = otherScheme.exec(authorization) ?? [];
  return scheme === undefined
    ? 'The Authorization header does not begin with "Bearer"'
    : `The Authorization header has the scheme "${scheme}", which is not taken here`;
}
