import type { IncomingMessage } from 'node:http';
import { type Authenticator, type Credential, noCredential } from '../features/access';
import type { Clock } from '../platform/clock';
import type { RateLimiter } from '../platform/rate-limiter';
import { type ReadAddress, toNetwork } from './client-address';
import { type Account, openAccount, requestPoints } from './rate-limit';

/** What admission needs. */
export interface AdmissionParts {
  readonly authenticator: Authenticator;
  /** Null where RATE_LIMIT is off. */
  readonly limiter: RateLimiter | null;
  readonly clock: Clock;
  readonly readAddress: ReadAddress;
}

/** A caller who was let in: who it is, and what it may spend. */
export interface Admitted {
  readonly credential: Credential;
  readonly account: Account;
}

/**
 * Lets callers in, or not: who are they, and may they ask for more now?
 *
 * A token is charged for its requests, wherever it is used; every other request is charged to its
 * address. So is a token that this process has not seen of late, before it is looked up: guessing
 * costs a point, and no more than that many look-ups reach the database.
 */
export class Admission {
  constructor(private readonly parts: AdmissionParts) {}

  /** Errors: Unauthenticated, AuthenticationUnavailable, RateLimited. */
  async admit(request: IncomingMessage, authorization: string | undefined): Promise<Admitted> {
    const ofAddress = this.accountOf(request, noCredential);
    if (authorization === undefined) {
      ofAddress.charge(requestPoints);
      return { credential: noCredential, account: ofAddress };
    }
    const credential = await this.authenticate(authorization, ofAddress);
    const account = this.accountOf(request, credential);
    account.charge(requestPoints);
    return { credential, account };
  }

  /**
   * Takes a request's point of an anonymous address; false where it is not there.
   * Cost: memory only, less than a thousandth of a millisecond.
   */
  isWithinLimit(request: IncomingMessage): boolean {
    const { limiter, clock } = this.parts;
    if (limiter === null) return true;
    const key = `address ${this.networkOf(request)}`;
    return limiter.take(key, requestPoints, clock.now().getTime()).isGranted;
  }

  /** Where a request comes from, as addresses are counted. */
  networkOf(request: IncomingMessage): string {
    return toNetwork(this.parts.readAddress(request));
  }

  private async authenticate(authorization: string, ofAddress: Account): Promise<Credential> {
    const { authenticator } = this.parts;
    let owedPoints = requestPoints;
    const charge = () => {
      ofAddress.charge(owedPoints);
      owedPoints = 0;
    };
    try {
      return await authenticator.authenticate(authorization, charge);
    } catch (error) {
      charge();
      throw error;
    }
  }

  private accountOf(request: IncomingMessage, { key }: Credential): Account {
    const { limiter, clock } = this.parts;
    const payer =
      key === null
        ? ({ policy: 'address', key: this.networkOf(request) } as const)
        : ({ policy: 'token', key } as const);
    return openAccount(limiter, payer, () => clock.now());
  }
}
