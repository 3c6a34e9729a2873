import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { countLetterRuns } from '../../lib/text';
import { pageComplexity } from '../../platform/graphql';
import type { RequestScope } from '../../platform/request';
import { ArticleFilter } from '../article';
import type { MakeImageLoaders } from '../image';
import type { MakeSectionLoaders } from '../section';
import { highlightArticle } from './article-highlights';
import { ArticleSearchConnection, ArticleSearchEdge, SearchHighlight } from './search-connection';
import { SearchArguments } from './search.input';
import type { SearchService } from './search.service';

/** What each word of a query costs beside the page: the index is asked for each. */
const costPerWord = 2;

function searchComplexity(facts: {
  args: Partial<SearchArguments>;
  childComplexity: number;
}): number {
  return pageComplexity(facts) + costPerWord * countLetterRuns(facts.args.query ?? '');
}

/** The query that searches, and what it may say beside the articles. */
@Resolver(() => ArticleSearchConnection)
export class SearchResolver {
  constructor(private readonly service: SearchService) {}

  @Query(() => ArticleSearchConnection, {
    complexity: searchComplexity,
    description:
      'The articles that a query means, the best first: Arabic in any spelling, with or without hamzas, vowels and the article ال.',
  })
  searchArticles(
    @Args(() => SearchArguments) page: SearchArguments,
    @Arg('filter', () => ArticleFilter, {
      nullable: true,
      description: 'Among which articles; all that are published where it is not sent.',
    })
    filter: ArticleFilter | null,
    @Ctx() scope: RequestScope,
  ): Promise<ArticleSearchConnection> {
    return this.service.search(scope, page, filter);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      '‘Did you mean …?’: the query with words that articles hold in place of those that none does, e.g. `"فلسطين"` for `"فلصطين"`; null where nothing is near. Searching for it finds something.',
  })
  suggestion(
    @Root() { found }: ArticleSearchConnection,
    @Ctx() scope: RequestScope,
  ): Promise<string | null> | null {
    return found === null ? null : this.service.suggest(scope, found);
  }
}

/** What is computed of an article that was found. */
@Resolver(() => ArticleSearchEdge)
export class ArticleSearchEdgeResolver {
  constructor(
    private readonly sectionLoaders: MakeSectionLoaders,
    private readonly imageLoaders: MakeImageLoaders,
  ) {}

  @FieldResolver(() => [SearchHighlight], {
    description:
      'Where the words were found: title, summary, headings, captions, and the three paragraphs that hold most of them.',
  })
  async highlights(
    @Root() { node: article, sought }: ArticleSearchEdge,
    @Ctx() scope: RequestScope,
  ): Promise<SearchHighlight[]> {
    const [sections, images] = await Promise.all([
      scope.once(this.sectionLoaders).sectionsByArticleId.load(article.id),
      scope.once(this.imageLoaders).imagesByArticleId.load(article.id),
    ]);
    return highlightArticle({ article, sections, images }, sought);
  }
}
