import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestScope } from '../../platform/request';
import { Image } from '../image';
import { Section } from '../section';
import { Article } from './article.entity';
import { getArticle, type MakeArticleLoaders } from './article.loaders';

/** The way back from a section to its article. */
@Resolver(() => Section)
export class SectionArticleResolver {
  constructor(private readonly loaders: MakeArticleLoaders) {}

  @FieldResolver(() => Article, { description: 'The article that this is a part of.' })
  article(@Root() section: Section, @Ctx() scope: RequestScope): Promise<Article> {
    return getArticle(scope.once(this.loaders), section.articleId);
  }
}

/** The way back from an image to its article. */
@Resolver(() => Image)
export class ImageArticleResolver {
  constructor(private readonly loaders: MakeArticleLoaders) {}

  @FieldResolver(() => Article, { description: 'The article that the picture stands in.' })
  article(@Root() image: Image, @Ctx() scope: RequestScope): Promise<Article> {
    return getArticle(scope.once(this.loaders), image.articleId);
  }
}
