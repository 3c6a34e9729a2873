import { ApiToken } from './api-token.entity';

export { Unauthenticated } from './access.errors';
export { type AccessFeature, createAccessFeature } from './access.feature';
export type { ApiToken };
export type { ApiTokenService } from './api-token.service';
export { apiTokenTags } from './api-token.tags';
export type { Authenticator } from './authenticator';
export { type Credential, noCredential } from './credential';
export { Footprint } from './footprint';
export type { Language, RequestScope } from './request-scope';
export { createStaffScope } from './staff-scope';
export { requireRole } from './require-role';
export { includesRole, Role, roles } from './role';
export { anonymousReader, isSignedIn, Viewer } from './viewer';

/** The tables of access. */
export const accessEntities = [ApiToken];
