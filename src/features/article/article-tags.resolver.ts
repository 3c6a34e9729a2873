import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Page } from '../../platform/database/paging';
import { ConnectionArgs, pageComplexity } from '../../platform/graphql';
import type { RequestScope } from '../../platform/request';
import { type MakeTagLoaders, Tag } from '../tag';
import { articleConnectionTypes } from './article-connection';
import { Article } from './article.entity';
import type { ArticleService } from './article.service';

/** The tags of an article. */
@Resolver(() => Article)
export class ArticleTagsResolver {
  constructor(private readonly loaders: MakeTagLoaders) {}

  @FieldResolver(() => [Tag], {
    description: 'What it is about, in the editor’s order; at most 30.',
  })
  tags(@Root() article: Article, @Ctx() scope: RequestScope): Promise<readonly Tag[]> {
    return scope.once(this.loaders).tagsByArticleId.load(article.id);
  }
}

/** The articles of a tag. */
@Resolver(() => Tag)
export class TagArticlesResolver {
  constructor(private readonly service: ArticleService) {}

  @FieldResolver(() => articleConnectionTypes.connection, {
    complexity: pageComplexity,
    description: 'The published articles that have the tag, the newest first.',
  })
  articles(
    @Root() tag: Tag,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() scope: RequestScope,
  ): Promise<Page<Article>> {
    return this.service.listOfTag(scope, tag, page);
  }
}
