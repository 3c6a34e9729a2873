import { randomBytes } from 'node:crypto';
import type { Config } from '../config';
import {
  ApiTokenRepository,
  ApiTokenService,
  Authenticator,
  OpenIdVerifier,
} from '../features/access';
import type { Clock } from '../platform/clock';
import type { Database } from '../platform/database';
import type { IdMaker } from '../platform/ids';
import type { Logger } from '../platform/log';

/** What access stands on. */
export interface AccessFoundations {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly logger: Logger;
}

/** Who may come in, and how it is found out. */
export interface Access {
  readonly tokens: ApiTokenService;
  readonly authenticator: Authenticator;
}

/** Constructs the feature of access. */
export function createAccess(config: Config, foundations: AccessFoundations): Access {
  const { database, clock, ids, logger } = foundations;
  const tokens = new ApiTokenService({
    database,
    clock,
    ids,
    randomBytes,
    tokens: new ApiTokenRepository(database.dialect),
  });
  const openId = createOpenIdVerifier(config, clock);
  return { tokens, authenticator: new Authenticator({ tokens, openId, database, clock, logger }) };
}

function createOpenIdVerifier(config: Config, clock: Clock): OpenIdVerifier | null {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_ROLE_CLAIM: roleClaim } = config;
  if (issuer === undefined || audience === undefined) return null;
  return new OpenIdVerifier({ issuer, audience, roleClaim, clock });
}
