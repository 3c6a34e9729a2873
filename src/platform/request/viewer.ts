import { Field, ObjectType } from 'type-graphql';
import { Role } from './role';

/** Who asks. */
@ObjectType({ description: 'Who asks, and what that lets them do.', simpleResolvers: true })
export class Viewer {
  @Field(() => Role, { description: 'The role of this request: READER where no token is sent.' })
  readonly role!: Role;

  /** Null where nobody is signed in; moderation's history names it. */
  @Field(() => String, {
    nullable: true,
    description:
      'The name that the token was given when it was made, e.g. `"desk"`, or who an OpenID Connect token stands for; null where none was sent.',
  })
  readonly tokenName!: string | null;

  /** Whether `tokenName` is the subject of an OpenID Connect token, not a token of this service. */
  readonly isSubject?: boolean;
}

/** The viewer of a request without a token. */
export const anonymousReader: Viewer = { role: Role.READER, tokenName: null };

/** Whether the caller showed a token, of whatever role. */
export function isSignedIn({ tokenName }: Viewer): boolean {
  return tokenName !== null;
}
