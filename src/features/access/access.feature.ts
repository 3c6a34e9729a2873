import { randomBytes } from 'node:crypto';
import type { Clock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import type { Logger } from '../../platform/log';
import { ApiTokenRepository } from './api-token.repository';
import { ApiTokenService } from './api-token.service';
import { Authenticator } from './authenticator';
import { type OpenIdOptions, OpenIdVerifier } from './open-id-verifier';
import { ViewerResolver } from './viewer.resolver';

/** What access is constructed with. */
export interface AccessDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly logger: Logger;
  /** Null where no OpenID Connect issuer is configured. */
  readonly openId: Omit<OpenIdOptions, 'clock'> | null;
}

/** Constructs tokens and authentication. */
export function createAccessFeature({ database, clock, ids, logger, openId }: AccessDependencies) {
  const tokens = new ApiTokenService({
    database,
    clock,
    ids,
    randomBytes,
    tokens: new ApiTokenRepository(database.dialect),
  });
  const verifier = openId === null ? null : new OpenIdVerifier({ ...openId, clock });
  return {
    tokens,
    authenticator: new Authenticator({ tokens, openId: verifier, database, clock, logger }),
    resolvers: [new ViewerResolver()],
  };
}

/** Who may come in, and how it is found out. */
export type AccessFeature = ReturnType<typeof createAccessFeature>;
