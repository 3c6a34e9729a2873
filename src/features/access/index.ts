export { AuthenticationUnavailable, Unauthenticated } from './access.errors';
export { ApiToken } from './api-token.entity';
export { ApiTokenRepository } from './api-token.repository';
export type { RandomBytes } from './api-token.secret';
export {
  type ApiTokenDraft,
  ApiTokenService,
  type CreatedApiToken,
  maxTokenNameLength,
} from './api-token.service';
export { apiTokenTags } from './api-token.tags';
export { Authenticator } from './authenticator';
export { type Credential, noCredential } from './credential';
export { Footprint } from './footprint';
export { type OpenIdOptions, OpenIdVerifier } from './open-id-verifier';
export type { Language, RequestScope } from './request-scope';
export { requireRole } from './require-role';
export { includesRole, Role, roles } from './role';
export { anonymousReader, isSignedIn, Viewer } from './viewer';
export { ViewerResolver } from './viewer.resolver';
