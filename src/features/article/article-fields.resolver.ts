import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { directionOf } from '../../lib/text';
import { DateTime, selectsField, TextDirection, TextFormat, Url } from '../../platform/graphql';
import type { RequestScope } from '../../platform/request';
import { Image, type MakeImageLoaders } from '../image';
import { formatBody, type MakeSectionLoaders, Section } from '../section';
import { ArticleStatus } from './article-enums';
import type { ArticleLinks } from './article-links';
import { Article } from './article.entity';
import { firstPublicationOf, statusAt } from './article.policy';
import { ShareLink } from './share-link';

/** What an article is computed from, and its parts. */
@Resolver(() => Article)
export class ArticleFieldsResolver {
  constructor(
    private readonly links: ArticleLinks,
    private readonly sectionLoaders: MakeSectionLoaders,
    private readonly imageLoaders: MakeImageLoaders,
  ) {}

  @FieldResolver(() => TextDirection, {
    description: 'Which way its text runs, from the script of its locale.',
  })
  direction(@Root() article: Article): TextDirection {
    return TextDirection[directionOf(article.locale)];
  }

  @FieldResolver(() => ArticleStatus, { description: 'Where it stands on its way to the reader.' })
  status(@Root() article: Article, @Ctx() scope: RequestScope): ArticleStatus {
    return statusAt(article, scope.now);
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      'When readers saw it for the first time; it never moves again, while `publishedAt` may be corrected. Null before.',
  })
  firstPublishedAt(@Root() article: Article, @Ctx() scope: RequestScope): Date | null {
    return firstPublicationOf(article, scope.now);
  }

  @FieldResolver(() => Url, {
    description: 'The canonical page: the configured site, PUBLIC_URL, and the slug.',
  })
  url(@Root() article: Article): string {
    return this.links.urlOf(article);
  }

  @FieldResolver(() => [ShareLink], {
    description: 'Ready addresses that share the article, one for each network.',
  })
  shareLinks(@Root() article: Article): ShareLink[] {
    return this.links.shareLinksOf(article);
  }

  @FieldResolver(() => String, {
    description: 'All sections in order, headings included, in the form that is asked for.',
  })
  async body(
    @Root() article: Article,
    @Arg('format', () => TextFormat, {
      defaultValue: TextFormat.MARKDOWN,
      description: 'The wanted form.',
    })
    format: TextFormat,
    @Ctx() scope: RequestScope,
  ): Promise<string> {
    const { sectionsByArticleId, wholeSectionsByArticleId } = scope.once(this.sectionLoaders);
    const loader = format === TextFormat.TEXT ? sectionsByArticleId : wholeSectionsByArticleId;
    return formatBody(await loader.load(article.id), format);
  }

  @FieldResolver(() => [Section], { description: 'The parts of the text, by position.' })
  sections(
    @Root() article: Article,
    @Ctx() scope: RequestScope,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly Section[]> {
    const { sectionsByArticleId, wholeSectionsByArticleId } = scope.once(this.sectionLoaders);
    // What the sections' own fields will load is read in the same trip to the database. A field
    // whose load fails reports the failure itself.
    if (selectsField(info, 'images')) this.images(article, scope).catch(() => undefined);
    if (selectsField(info, 'body')) return wholeSectionsByArticleId.load(article.id);
    return sectionsByArticleId.load(article.id);
  }

  @FieldResolver(() => [Image], {
    description: 'All its images, by position over the whole article.',
  })
  images(@Root() article: Article, @Ctx() scope: RequestScope): Promise<readonly Image[]> {
    return scope.once(this.imageLoaders).imagesByArticleId.load(article.id);
  }

  @FieldResolver(() => Image, {
    nullable: true,
    description:
      'The image that stands for the article in lists: its first; null where it has none.',
  })
  async leadImage(@Root() article: Article, @Ctx() scope: RequestScope): Promise<Image | null> {
    const [first = null] = await this.images(article, scope);
    return first;
  }
}
