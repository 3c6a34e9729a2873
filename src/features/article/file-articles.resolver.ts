import { Args, Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Page } from '../../platform/database/paging';
import { ConnectionArgs, pageComplexity } from '../../platform/graphql';
import { type RequestScope, Role } from '../../platform/request';
import { ImageFile } from '../media';
import { articleConnectionTypes } from './article-connection';
import type { Article } from './article.entity';
import type { ArticleService } from './article.service';

/** The articles of a picture file. */
@Resolver(() => ImageFile)
export class FileArticlesResolver {
  constructor(private readonly service: ArticleService) {}

  @Authorized(Role.EDITOR)
  @FieldResolver(() => articleConnectionTypes.connection, {
    complexity: pageComplexity,
    description:
      'Where it is used: the articles of any status that show it, or of which a save does that is kept. The one that was made last comes first.',
  })
  articles(
    @Root() file: ImageFile,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() scope: RequestScope,
  ): Promise<Page<Article>> {
    return this.service.listOfFile(scope, file, page);
  }
}
