import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { type RequestScope, Role } from '../../platform/request';
import { SetCommentsOpenInput, SetCommentsOpenPayload } from './comments-open.input';
import type { CommentsOpenService } from './comments-open.service';

/** Opening and closing articles for comments. */
@Resolver()
export class CommentsOpenResolver {
  constructor(private readonly service: CommentsOpenService) {}

  @Authorized(Role.MODERATOR)
  @Mutation(() => SetCommentsOpenPayload, {
    description:
      'Lets readers comment on an article, or no longer; comments that are there stay. The site’s rules may close it all the same, by its age.',
  })
  setCommentsOpen(
    @Arg('input', () => SetCommentsOpenInput, { description: 'The article and the change.' })
    input: SetCommentsOpenInput,
    @Ctx() scope: RequestScope,
  ): Promise<SetCommentsOpenPayload> {
    return this.service.setOpen(scope, input);
  }
}
