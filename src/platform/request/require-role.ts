import { Forbidden } from '../errors';
import { includesRole, type Role } from './role';
import { isSignedIn, type Viewer } from './viewer';
import { Unauthenticated } from './viewer.errors';

/**
 * Lets a viewer pass whose role is the needed one or includes it.
 * Shape: `action` begins the message of a refusal: what needs the role.
 * Errors: Unauthenticated where nobody is signed in; Forbidden where the role does not reach.
 */
export function requireRole(viewer: Viewer, needed: Role, action = 'This'): void {
  if (includesRole(viewer.role, needed)) return;
  if (!isSignedIn(viewer)) {
    throw new Unauthenticated(
      `${action} needs the role ${needed}: send Authorization: Bearer <token>`,
    );
  }
  throw new Forbidden(
    `${action} needs the role ${needed}, but the token's role is: ${viewer.role}`,
  );
}
