import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { ConnectionArgs, pageComplexity } from '../../graphql/types';
import type { Page } from '../../platform/database/paging';
import type { RequestScope } from '../access';
import { articleConnectionTypes } from './article-connection';
import { ArticleOrder } from './article-enums';
import { Article } from './article.entity';
import { ArticleFilter } from './article.input';
import type { ArticleService } from './article.service';

/** The queries that begin at articles. */
@Resolver()
export class ArticleResolver {
  constructor(private readonly service: ArticleService) {}

  @Query(() => Article, {
    nullable: true,
    description: 'The article of a slug; null where there is none that you may see.',
  })
  article(
    @Arg('slug', () => String, {
      description: 'The article’s `slug`, not percent-encoded, e.g. `"بلينكن-يلتقي-نتنياهو"`.',
    })
    slug: string,
    @Ctx() scope: RequestScope,
  ): Promise<Article | null> {
    return this.service.findBySlug(scope, slug);
  }

  @Query(() => articleConnectionTypes.connection, {
    complexity: pageComplexity,
    description: 'Articles by their publication: a front page, an author’s page, an archive.',
  })
  articles(
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg('filter', () => ArticleFilter, {
      nullable: true,
      description: 'Which articles; all that are published where it is not sent.',
    })
    filter: ArticleFilter | null,
    @Arg('orderBy', () => ArticleOrder, {
      defaultValue: ArticleOrder.PUBLISHED_AT_DESC,
      description: 'In which order; the newest first where it is not sent.',
    })
    orderBy: ArticleOrder,
    @Ctx() scope: RequestScope,
  ): Promise<Page<Article>> {
    return this.service.list(scope, page, filter, orderBy);
  }
}
