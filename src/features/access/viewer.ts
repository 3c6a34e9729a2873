import { Role } from './role';

/** Who asks. */
export interface Viewer {
  readonly role: Role;
}

/** Whoever sends no credentials. */
export const anonymousReader: Viewer = { role: Role.READER };
