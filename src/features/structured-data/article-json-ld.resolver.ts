import { Ctx, Extensions, FieldResolver, Resolver, Root } from 'type-graphql';
import { liveHint } from '../../platform/graphql';
import type { RequestScope } from '../../platform/request';
import { Article } from '../article';
import type { JsonLdService } from './json-ld.service';

/** `Article.jsonLd` */
@Resolver(() => Article)
export class ArticleJsonLdResolver {
  constructor(private readonly service: JsonLdService) {}

  // It counts comments.
  @Extensions(liveHint)
  @FieldResolver(() => String, {
    complexity: 5,
    description:
      'The article as a `NewsArticle` of schema.org, in JSON-LD: headline, dates, author, tags, correction, counts, and each picture with whom it is credited to. Put it into the page as it is, inside `<script type="application/ld+json">`: nothing in it ends that element.',
  })
  jsonLd(@Root() article: Article, @Ctx() scope: RequestScope): Promise<string> {
    return this.service.write(scope, article);
  }
}
