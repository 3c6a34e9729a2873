export { CacheDependencies } from './cache-dependencies';
export type { Language, RequestScope } from './request-scope';
export { requireRole } from './require-role';
export { includesRole, Role, roles } from './role';
export { createStaffScope } from './staff-scope';
export { anonymousReader, isSignedIn, Viewer } from './viewer';
export { Unauthenticated } from './viewer.errors';
