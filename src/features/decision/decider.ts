import { registerEnumType } from 'type-graphql';
import type { Viewer } from '../../platform/request';

/** What kind of party took a decision; a name alone cannot say, since tokens choose theirs. */
export enum DeciderKind {
  POLICY = 'POLICY',
  AUTHOR = 'AUTHOR',
  TOKEN = 'TOKEN',
  SUBJECT = 'SUBJECT',
}

registerEnumType(DeciderKind, {
  name: 'DeciderKind',
  description: 'What kind of party took a decision about a comment.',
  valuesConfig: {
    POLICY: { description: 'The moderation rules of the site.' },
    AUTHOR: { description: 'The author of the comment, who holds its receipt.' },
    TOKEN: { description: 'An API token of this service.' },
    SUBJECT: { description: 'A person of the OpenID Connect issuer.' },
  },
});

/** Who took a decision. */
export interface Decider {
  readonly deciderKind: DeciderKind;
  readonly decidedBy: string;
}

/** The rules, where no person decided. */
export const policyDecider: Decider = { deciderKind: DeciderKind.POLICY, decidedBy: 'policy' };

/** The author of the comment, with the receipt. */
export const authorDecider: Decider = { deciderKind: DeciderKind.AUTHOR, decidedBy: 'author' };

/** The caller, as a moderator or administrator. */
export function toDecider({ role, tokenName, isSubject = false }: Viewer): Decider {
  const deciderKind = isSubject ? DeciderKind.SUBJECT : DeciderKind.TOKEN;
  return { deciderKind, decidedBy: tokenName ?? role };
}
