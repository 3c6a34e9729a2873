import type { IncomingMessage } from 'node:http';
import { type Authenticator, type Credential, noCredential } from '../features/access';
import type { Clock } from '../platform/clock';
import type { RateLimiter } from '../platform/rate-limiter';
import { type ReadAddress, toNetwork } from './client-address';
import { type RateLimitBucket, openBucket, requestPoints } from './rate-limit';

/** What the request authenticator is constructed with. */
export interface RequestAuthenticatorDependencies {
  readonly authenticator: Authenticator;
  /** Null where RATE_LIMIT is off. */
  readonly limiter: RateLimiter | null;
  readonly clock: Clock;
  readonly readAddress: ReadAddress;
}

/** The caller of a request: its credential, and the bucket that its requests consume points of. */
export interface AuthenticatedCaller {
  readonly credential: Credential;
  readonly bucket: RateLimitBucket;
}

/**
 * Authenticates requests and limits their rate.
 *
 * Requests with a valid token are rate-limited per token; anonymous requests and invalid tokens per
 * client network, so that guessing tokens is limited too. A token that is not cached consumes a point
 * of its network before it is looked up, which bounds look-ups in the database.
 */
export class RequestAuthenticator {
  constructor(private readonly dependencies: RequestAuthenticatorDependencies) {}

  /** Errors: Unauthenticated, AuthenticationUnavailable, RateLimited. */
  async authenticate(
    request: IncomingMessage,
    authorization: string | undefined,
  ): Promise<AuthenticatedCaller> {
    const networkBucket = this.openBucketOf(request, noCredential);
    if (authorization === undefined) {
      networkBucket.consume(requestPoints);
      return { credential: noCredential, bucket: networkBucket };
    }
    const credential = await this.checkToken(authorization, networkBucket);
    const bucket = this.openBucketOf(request, credential);
    bucket.consume(requestPoints);
    return { credential, bucket };
  }

  /**
   * Consumes a point of an anonymous request's network; false where none is left.
   * Cost: memory only, less than a thousandth of a millisecond.
   */
  isWithinLimit(request: IncomingMessage): boolean {
    const { limiter, clock } = this.dependencies;
    if (limiter === null) return true;
    const key = `address ${this.networkOf(request)}`;
    return limiter.take(key, requestPoints, clock.now().getTime()).isGranted;
  }

  /** The client network that a request comes from. */
  networkOf(request: IncomingMessage): string {
    return toNetwork(this.dependencies.readAddress(request));
  }

  private async checkToken(
    authorization: string,
    networkBucket: RateLimitBucket,
  ): Promise<Credential> {
    const { authenticator } = this.dependencies;
    let owedPoints = requestPoints;
    const consume = () => {
      networkBucket.consume(owedPoints);
      owedPoints = 0;
    };
    try {
      return await authenticator.authenticate(authorization, consume);
    } catch (error) {
      consume();
      throw error;
    }
  }

  private openBucketOf(request: IncomingMessage, { key }: Credential): RateLimitBucket {
    const { limiter, clock } = this.dependencies;
    const owner =
      key === null
        ? ({ policy: 'address', key: this.networkOf(request) } as const)
        : ({ policy: 'token', key } as const);
    return openBucket(limiter, owner, () => clock.now());
  }
}
