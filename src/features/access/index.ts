import { ApiToken } from './api-token.entity';

export { type AccessFeature, createAccessFeature } from './access.feature';
export type { ApiToken };
export type { ApiTokenService } from './api-token.service';
export { apiTokenTags } from './api-token.tags';
export type { Authenticator } from './authenticator';
export { type Credential, noCredential } from './credential';

/** The tables of access. */
export const accessEntities = [ApiToken];
