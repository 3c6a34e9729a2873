import DataLoader from 'dataloader';
import { groupByKey, matchByKey } from '../../lib/batch';
import type { RequestScope } from '../access';
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

/** Loaders over the repository. */
export function createImageLoaders(repository: ImageRepository): MakeImageLoaders {
  return (scope) => ({
    imageById: new DataLoader(async (ids) => {
      for (const id of ids) scope.footprint.touch(imageTag(id));
      return matchByKey(ids, await repository.findByIds(scope.reads, ids), (image) => image.id);
    }),
    imagesByArticleId: new DataLoader(async (articleIds) =>
      groupByKey(
        articleIds,
        await repository.listByArticleIds(scope.reads, articleIds),
        (image) => image.articleId,
      ),
    ),
  });
}
