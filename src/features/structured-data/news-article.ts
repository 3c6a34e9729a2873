import type { Article } from '../article';
import type { Image } from '../image';
import type { MediaFeature } from '../media';
import type { Tag } from '../tag';
import { composeAuthor, type NamedAgent } from './author';
import { composeImage, type ImageObject } from './image-object';

/** What a `NewsArticle` is composed from. */
export interface NewsArticleParts {
  readonly article: Article;
  /** When readers first saw the article; null before. */
  readonly firstPublishedAt: Date | null;
  /** The article's canonical address. */
  readonly url: string;
  /** By position. */
  readonly images: readonly Image[];
  /** In the editor's order. */
  readonly tags: readonly Tag[];
  readonly commentCount: number;
  readonly urls: MediaFeature['urls'];
}

/** A `NewsArticle` of schema.org. Shape: what the article has not is absent. */
export interface NewsArticle {
  readonly '@context': 'https://schema.org';
  readonly '@type': 'NewsArticle';
  readonly mainEntityOfPage: { readonly '@type': 'WebPage'; readonly '@id': string };
  readonly url: string;
  readonly headline: string;
  readonly description?: string | undefined;
  readonly inLanguage: string;
  readonly datePublished?: string | undefined;
  readonly dateModified: string;
  readonly author?: NamedAgent | undefined;
  readonly keywords?: readonly string[] | undefined;
  readonly image?: readonly ImageObject[] | undefined;
  readonly correction?: string | undefined;
  readonly wordCount: number;
  readonly timeRequired: string;
  readonly commentCount: number;
}

/**
 * Composes what search engines and other programs read of an article.
 * Source: https://schema.org/NewsArticle; ISO 8601 for dates and the reading time.
 */
export function composeNewsArticle(parts: NewsArticleParts): NewsArticle {
  const { article, firstPublishedAt, url, images, tags, commentCount, urls } = parts;
  const shown = images.flatMap((image) => composeImage(image, urls) ?? []);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
    url,
    headline: article.title,
    description: article.summary ?? undefined,
    inLanguage: article.locale,
    datePublished: firstPublishedAt?.toISOString(),
    // What was written before its publication was not modified after it.
    dateModified: latest(article.updatedAt, firstPublishedAt).toISOString(),
    author: article.byline === null ? undefined : composeAuthor(article.byline),
    keywords: unlessEmpty(tags.map(({ name }) => name)),
    image: unlessEmpty(shown),
    correction: article.correction ?? undefined,
    wordCount: article.wordCount,
    timeRequired: `PT${article.readingTimeMinutes}M`,
    commentCount,
  };
}

function latest(one: Date, other: Date | null): Date {
  return other === null || one > other ? one : other;
}

function unlessEmpty<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}
