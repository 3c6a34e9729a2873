import type { AuthChecker } from 'type-graphql';
import { requireRole, Role, roles } from '../platform/request';
import type { RequestContext } from './context';

/**
 * Decides about `@Authorized(Role.X)`: the least of the roles named is what is needed.
 * Errors: Unauthenticated, Forbidden.
 */
export const checkRole: AuthChecker<RequestContext, Role> = ({ context }, named) => {
  const needed = roles.find((role) => named.includes(role)) ?? Role.READER;
  requireRole(context.viewer, needed);
  return true;
};
