export { Footprint } from './footprint';
export type { Language, RequestScope } from './request-scope';
export { includesRole, Role } from './role';
export { anonymousReader, type Viewer } from './viewer';
