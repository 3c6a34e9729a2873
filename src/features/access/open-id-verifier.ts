import type * as jose from 'jose';
import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import type { Clock } from '../../platform/clock';
import { Unauthenticated } from '../../platform/request';
import { AuthenticationUnavailable } from './access.errors';
import type { Credential } from './credential';
import { readRole } from './role-claim';

/** Whose JWTs are believed. */
export interface OpenIdOptions {
  readonly issuer: string;
  /** Who a token must be meant for, so that one for another service opens nothing here. */
  readonly audience: string;
  /** The claim that holds the role or roles, with dots for claims inside claims. */
  readonly roleClaim: string;
  readonly clock: Clock;
}

type Jose = typeof jose;

/** Units: milliseconds until the issuer is given up. */
const fetchTimeoutMs = 5_000;
/** Units: seconds by which two machines' clocks may differ. */
const clockToleranceSeconds = 5;

/** Whether a bearer token has the form of a JWT: three parts, of which the first is an object. */
export function isJwt(token: string): boolean {
  return /^eyJ[\w-]*\.[\w-]+\.[\w-]*$/.test(token);
}

/**
 * Verifies JWTs of one OpenID Connect issuer.
 *
 * Its keys are fetched with the first token and cached; a token with a new key has them fetched
 * again. Only signatures of key pairs are taken: the keys that an issuer publishes are no secrets.
 * Source: OpenID Connect Discovery 1.0, 4; RFC 7519; RFC 9068.
 */
export class OpenIdVerifier {
  private keys: Promise<JWTVerifyGetKey> | null = null;

  constructor(private readonly options: OpenIdOptions) {}

  /** Who a JWT stands for. Errors: Unauthenticated; AuthenticationUnavailable. */
  async verify(token: string): Promise<Credential> {
    const { issuer, audience, roleClaim, clock } = this.options;
    const keys = await this.findKeys();
    const { errors, jwtVerify } = await loadJose();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        requiredClaims: ['exp', 'sub'],
        currentDate: clock.now(),
        clockTolerance: clockToleranceSeconds,
      });
      return toCredential(payload, roleClaim);
    } catch (error) {
      throw toAccessError(errors, error);
    }
  }

  private async findKeys(): Promise<JWTVerifyGetKey> {
    this.keys ??= discoverKeys(this.options.issuer);
    try {
      return await this.keys;
    } catch {
      // Asked for again with the next token: an issuer that was away comes back.
      this.keys = null;
      throw unavailable();
    }
  }
}

/** Loaded where it is used: few services have an issuer. */
function loadJose(): Promise<Jose> {
  return import('jose');
}

async function discoverKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(fetchTimeoutMs) });
  const found = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (found.issuer !== issuer || typeof found.jwks_uri !== 'string') {
    throw new Error(`${address} does not describe ${issuer}`);
  }
  const { createRemoteJWKSet } = await loadJose();
  return createRemoteJWKSet(new URL(found.jwks_uri), { timeoutDuration: fetchTimeoutMs });
}

function toCredential(payload: JWTPayload, roleClaim: string): Credential {
  const { exp = 0, name } = payload;
  const sub = readSubject(payload);
  return {
    viewer: {
      role: readRole(payload, roleClaim),
      tokenName: isName(name) ? name : sub,
      isSubject: true,
    },
    key: `subject:${sub}`,
    tokenId: null,
    expiresAtMs: exp * 1_000,
  };
}

/** Units: code units. Source: OpenID Connect Core 1.0, section 2, `sub`. */
const maxNameLength = 255;

/** Names are stored with the decisions of those who hold them. */
function isName(claim: unknown): claim is string {
  return typeof claim === 'string' && claim.trim() !== '' && claim.length <= maxNameLength;
}

/** Who the token stands for. Errors: Unauthenticated; issuers sign whatever `sub` they have. */
function readSubject({ sub }: { readonly sub?: unknown }): string {
  if (isName(sub)) return sub;
  throw new Unauthenticated(
    `The token names nobody: its claim "sub" must be a non-empty string of at most ${maxNameLength} characters`,
  );
}

/** What is wrong with the token is the caller's; anything else is the issuer's. */
function toAccessError(errors: Jose['errors'], error: unknown): Error {
  if (error instanceof Unauthenticated) return error;
  if (error instanceof errors.JWTExpired) return new Unauthenticated('The token has expired');
  if (error instanceof errors.JWTClaimValidationFailed) {
    return new Unauthenticated(`The token is not for this service: ${error.message}`);
  }
  const isTokensFault = listTokenFaults(errors).some((fault) => error instanceof fault);
  return isTokensFault ? new Unauthenticated('The token cannot be verified') : unavailable();
}

const listTokenFaults = (errors: Jose['errors']) => [
  errors.JWSInvalid,
  errors.JWTInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
];

function unavailable(): AuthenticationUnavailable {
  return new AuthenticationUnavailable(
    'The OpenID Connect issuer does not answer, so the token cannot be checked: try again later',
  );
}
