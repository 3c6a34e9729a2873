import { Arg, Authorized, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { type RequestScope, Role } from '../access';
import { ArticlePayload } from '../article';
import type { CommentsOpenService } from './comments-open.service';

/** Opening and closing articles for comments. */
@Resolver()
export class CommentsOpenResolver {
  constructor(private readonly service: CommentsOpenService) {}

  @Authorized(Role.MODERATOR)
  @Mutation(() => ArticlePayload, {
    description:
      'Lets readers comment on an article, or no longer; comments that are there stay. The site’s rules may close it all the same, by its age.',
  })
  setCommentsOpen(
    @Arg('articleId', () => ID, { description: 'The article’s `id`.' }) articleId: string,
    @Arg('open', () => Boolean, { description: 'Whether it takes comments.' }) open: boolean,
    @Ctx() scope: RequestScope,
  ): Promise<ArticlePayload> {
    return this.service.setOpen(scope, articleId, open);
  }
}
