import { registerEnumType } from 'type-graphql';

/** What a caller may do; each role includes the ones before it. */
export enum Role {
  READER = 'READER',
  MODERATOR = 'MODERATOR',
  EDITOR = 'EDITOR',
  ADMIN = 'ADMIN',
}

registerEnumType(Role, {
  name: 'Role',
  description: 'What a caller may do. Each role includes the ones before it.',
  valuesConfig: {
    READER: {
      description:
        'Reads public content and comments on it. Every caller without a token is a READER.',
    },
    MODERATOR: { description: 'Decides which comments are public.' },
    EDITOR: {
      description: 'Writes, publishes and archives articles, and sees those that readers do not.',
    },
    ADMIN: { description: 'Deletes articles and pictures that are in use, erases commenters.' },
  },
});

/** Every role, from the least to the most. */
export const roles: readonly Role[] = [Role.READER, Role.MODERATOR, Role.EDITOR, Role.ADMIN];

/** Whether a role is the needed one or includes it. */
export function includesRole(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed);
}
