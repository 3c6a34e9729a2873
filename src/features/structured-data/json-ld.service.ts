import { writeScriptSafeJson } from '../../lib/json';
import type { RequestScope } from '../../platform/request';
import type { Article, ArticleFeature } from '../article';
import type { CommentFeature } from '../comment';
import type { ImageFeature } from '../image';
import type { MediaFeature } from '../media';
import type { TagFeature } from '../tag';
import { composeNewsArticle } from './news-article';

/** What the service needs. */
export interface JsonLdDependencies
  extends
    Pick<ArticleFeature, 'links' | 'firstPublicationOf'>,
    Pick<CommentFeature, 'commentLoaders'>,
    Pick<ImageFeature, 'imageLoaders'>,
    Pick<MediaFeature, 'urls'>,
    Pick<TagFeature, 'tagLoaders'> {}

/** Writes articles in the vocabulary of schema.org. */
export class JsonLdService {
  constructor(private readonly dependencies: JsonLdDependencies) {}

  /**
   * An article as JSON-LD, for a script element.
   * Cost: one statement each for images, tags and comment counts that the request has not loaded.
   */
  async write(scope: RequestScope, article: Article): Promise<string> {
    const { links, firstPublicationOf, urls } = this.dependencies;
    const { imageLoaders, tagLoaders, commentLoaders } = this.dependencies;
    const [images, tags, tally] = await Promise.all([
      scope.once(imageLoaders).imagesByArticleId.load(article.id),
      scope.once(tagLoaders).tagsByArticleId.load(article.id),
      scope.once(commentLoaders).tallyByArticleId.load(article.id),
    ]);
    const newsArticle = composeNewsArticle({
      article,
      firstPublishedAt: firstPublicationOf(article, scope.now),
      url: links.urlOf(article),
      images,
      tags,
      commentCount: tally?.approvedCount ?? 0,
      urls,
    });
    return writeScriptSafeJson(newsArticle);
  }
}
