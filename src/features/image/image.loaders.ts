import DataLoader from 'dataloader';
import { groupByKey, matchByKey } from '../../lib/batch';
import type { RowCache } from '../../platform/cache';
import type { RequestScope } from '../../platform/request';
import type { Image } from './image.entity';
import type { ImageRepository } from './image.repository';

/** Images by key, batched within one request. */
export interface ImageLoaders {
  readonly imageById: DataLoader<string, Image | null>;
  /** By position; the article's own right to be seen is checked where the article is read. */
  readonly imagesByArticleId: DataLoader<string, readonly Image[]>;
}

/** What an answer that looked for the image of an id is tagged with. */
export function imageTag(id: string): string {
  return `image:${id}`;
}

/** Makes the loaders of one request. */
export type MakeImageLoaders = (scope: RequestScope) => ImageLoaders;

/** What the loaders read from. */
export interface ImageLoaderDependencies {
  readonly images: ImageRepository;
  readonly rows: RowCache;
  /** The tag of an article, which its images are written with. */
  readonly tagOfArticle: (articleId: string) => string;
}

/** Loaders over the repository and the cached rows. */
export function createImageLoaders({
  images,
  rows,
  tagOfArticle,
}: ImageLoaderDependencies): MakeImageLoaders {
  const ofArticles = rows.namespace<readonly Image[]>('images', (articleId) => [
    tagOfArticle(articleId),
  ]);
  return (scope) => ({
    imageById: new DataLoader(async (ids) => {
      for (const id of ids) scope.cacheDependencies.dependOn(imageTag(id));
      return matchByKey(ids, await images.findByIds(scope.reads, ids), (image) => image.id);
    }),
    imagesByArticleId: new DataLoader((articleIds) =>
      ofArticles.read(scope, articleIds, async (missing) =>
        groupByKey(
          missing,
          await images.listByArticleIds(scope.reads, missing),
          (image) => image.articleId,
        ),
      ),
    ),
  });
}
