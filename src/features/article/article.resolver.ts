import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Page } from '../../platform/database/paging';
import { BadUserInput } from '../../platform/errors';
import { ConnectionArgs, pageComplexity } from '../../platform/graphql';
import { readIdPrefix } from '../../platform/ids';
import type { RequestScope } from '../../platform/request';
import { articleConnectionTypes } from './article-connection';
import { ArticleOrder } from './article-enums';
import { Article } from './article.entity';
import { ArticleFilter } from './article.input';
import type { MakeArticleLoaders } from './article.loaders';
import { articleIdPrefix, type ArticleService } from './article.service';
import { articleTags } from './article.tags';

/** The queries that begin at articles. */
@Resolver()
export class ArticleResolver {
  constructor(
    private readonly service: ArticleService,
    private readonly loaders: MakeArticleLoaders,
  ) {}

  @Query(() => Article, {
    nullable: true,
    description:
      'The article of a slug or an id, of which one is sent; null where there is none that you may see.',
  })
  article(
    @Arg('slug', () => String, {
      nullable: true,
      description: 'The article’s `slug`, not percent-encoded, e.g. `"بلينكن-يلتقي-نتنياهو"`.',
    })
    slug: string | null | undefined,
    @Arg('id', () => ID, {
      nullable: true,
      description: 'The article’s `id`, e.g. `"article_01j03cqd00fgqbrcr42gqh0k5v"`.',
    })
    id: string | null | undefined,
    @Ctx() scope: RequestScope,
  ): Promise<Article | null> {
    const key = chooseKey(slug ?? null, id ?? null);
    if ('slug' in key) return this.service.findBySlug(scope, key.slug);
    if (readIdPrefix(key.id) !== articleIdPrefix) return Promise.resolve(null);
    scope.cacheDependencies.dependOn(articleTags.article(key.id));
    return scope.once(this.loaders).articleById.load(key.id);
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

/** By what an article is looked for. Errors: BadUserInput unless exactly one of the two is sent. */
function chooseKey(
  slug: string | null,
  id: string | null,
): { readonly slug: string } | { readonly id: string } {
  if (slug !== null && id === null) return { slug };
  if (id !== null && slug === null) return { id };
  const sent = slug === null ? 'neither' : 'both';
  throw new BadUserInput(
    `Query.article takes exactly one of the arguments "slug" and "id", but got: ${sent}`,
  );
}
