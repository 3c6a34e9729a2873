/** What a caller may do; each role includes the ones before it. */
export enum Role {
  READER = 'READER',
  MODERATOR = 'MODERATOR',
  EDITOR = 'EDITOR',
  ADMIN = 'ADMIN',
}

const order = [Role.READER, Role.MODERATOR, Role.EDITOR, Role.ADMIN];

/** Whether a role is the needed one or includes it. */
export function includesRole(role: Role, needed: Role): boolean {
  return order.indexOf(role) >= order.indexOf(needed);
}
