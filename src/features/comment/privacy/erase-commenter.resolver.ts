import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { EmailAddress } from '../../../graphql/types';
import { type RequestScope, Role } from '../../access';
import { EraseCommenterPayload } from './erase-commenter.payload';
import type { EraseCommenterService } from './erase-commenter.service';

/** Erasing a person from the comments. */
@Resolver()
export class EraseCommenterResolver {
  constructor(private readonly service: EraseCommenterService) {}

  @Authorized(Role.ADMIN)
  @Mutation(() => EraseCommenterPayload, {
    description:
      'Erases the name, the e-mail address and the text of all comments of an address, for good. A notice stands in place of each, so that threads stay whole.',
  })
  eraseCommenter(
    @Arg('email', () => EmailAddress, { description: 'The address; case does not count.' })
    email: string,
    @Ctx() scope: RequestScope,
  ): Promise<EraseCommenterPayload> {
    return this.service.erase(scope, email);
  }
}
