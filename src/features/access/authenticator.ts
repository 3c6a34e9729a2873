import { type Cache, GuardedCache, MemoryCache } from '../../platform/cache';
import type { Clock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import type { Logger } from '../../platform/log';
import { Unauthenticated } from '../../platform/request';
import type { ApiToken } from './api-token.entity';
import { toHour } from './api-token.policy';
import { hashSecret } from './api-token.secret';
import type { ApiTokenService } from './api-token.service';
import { apiTokenTags } from './api-token.tags';
import { type Credential, noCredential } from './credential';
import { isJwt, type OpenIdVerifier } from './open-id-verifier';
import { readBearer } from './read-bearer';

/** What the authenticator needs. */
export interface AuthenticatorDependencies {
  readonly tokens: ApiTokenService;
  /** Null where no OpenID Connect issuer is configured. */
  readonly openId: OpenIdVerifier | null;
  readonly database: Pick<Database, 'onCommit' | 'receivesCommits'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

const maxKept = 10_000;
/** After this a known token is looked at again, should word of its revocation have been lost. */
const maxKeptMs = 60_000;

/**
 * Finds out who sent a request.
 *
 * Good tokens are remembered until a commit touches them, wherever it was made; what is not good is
 * never remembered, so a token works from the moment that it is made.
 */
export class Authenticator {
  private readonly known: Cache<Credential>;
  /** The hour in which each token was last noted as used. */
  private readonly notedHours = new Map<string, number>();

  constructor(private readonly dependencies: AuthenticatorDependencies) {
    const { database } = dependencies;
    this.known = new GuardedCache(new MemoryCache<Credential>(maxKept), () =>
      database.receivesCommits(),
    );
    database.onCommit((tags) => {
      if (tags === null) this.known.purgeAll();
      else this.known.purge(tags.filter(apiTokenTags.isAbout));
    });
  }

  /**
   * Who an Authorization header stands for; nobody in particular where there is none.
   * Shape: `beforeRead` is called before the database is asked; what it throws ends the call.
   * Errors: Unauthenticated for a header that proves nothing; AuthenticationUnavailable where the
   * OpenID Connect issuer does not answer.
   */
  async authenticate(
    authorization: string | undefined,
    beforeRead: () => void = () => undefined,
  ): Promise<Credential> {
    if (authorization === undefined) return noCredential;
    const secret = readBearer(authorization);
    if (isJwt(secret)) return this.verifyOpenId(secret);
    const credential = await this.findKnown(secret, beforeRead);
    if (credential.tokenId !== null) this.noteUse(credential.tokenId);
    return credential;
  }

  private async findKnown(secret: string, beforeRead: () => void): Promise<Credential> {
    const { clock, tokens } = this.dependencies;
    const key = hashSecret(secret);
    const nowMs = clock.now().getTime();
    const known = this.known.get(key, nowMs);
    if (known !== undefined) return known;
    beforeRead();
    const stamp = this.known.stamp();
    const token = await tokens.findUsable(secret);
    if (token === null) throw new Unauthenticated('The token is not known, over, or revoked');
    const credential = toCredential(token);
    this.known.set(key, credential, {
      sizeBytes: 1,
      tags: new Set([apiTokenTags.token(token.id)]),
      expiresAtMs: Math.min(credential.expiresAtMs, nowMs + maxKeptMs),
      stamp,
    });
    return credential;
  }

  private verifyOpenId(token: string): Promise<Credential> {
    const { openId } = this.dependencies;
    if (openId !== null) return openId.verify(token);
    throw new Unauthenticated(
      'No OpenID Connect issuer is configured: send a token of this service',
    );
  }

  /** Beside the answer: a reader of the list of tokens can wait, the caller need not. */
  private noteUse(tokenId: string): void {
    const { clock, tokens, logger } = this.dependencies;
    const hour = toHour(clock.now()).getTime();
    if (this.notedHours.get(tokenId) === hour) return;
    this.notedHours.set(tokenId, hour);
    tokens.noteUse(tokenId).catch((error: unknown) => {
      this.notedHours.delete(tokenId);
      logger.warn({ err: error, tokenId }, 'The use of a token could not be noted');
    });
  }
}

function toCredential({ id, name, role, expiresAt }: ApiToken): Credential {
  return {
    viewer: { role, tokenName: name },
    key: `token:${id}`,
    tokenId: id,
    expiresAtMs: expiresAt?.getTime() ?? Infinity,
  };
}
