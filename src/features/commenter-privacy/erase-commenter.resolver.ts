import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { type RequestScope, Role } from '../../platform/request';
import { EraseCommenterInput, EraseCommenterPayload } from './erase-commenter.input';
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
    @Arg('input', () => EraseCommenterInput, { description: 'The address of the person.' })
    input: EraseCommenterInput,
    @Ctx() scope: RequestScope,
  ): Promise<EraseCommenterPayload> {
    return this.service.erase(scope, input);
  }
}
