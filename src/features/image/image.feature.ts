import type { Dialect } from '../../platform/database';
import { createImageLoaders, type ImageLoaderDependencies } from './image.loaders';
import { ImageRepository } from './image.repository';
import { ImageResolver } from './image.resolver';

/** What images are constructed with. */
export interface ImageDependencies extends Omit<ImageLoaderDependencies, 'images'> {
  readonly dialect: Dialect;
}

/** Constructs the feature of images. */
export function createImageFeature({ dialect, rows, tagOfArticle }: ImageDependencies) {
  const images = new ImageRepository(dialect);
  const imageLoaders = createImageLoaders({ images, rows, tagOfArticle });
  return { images, imageLoaders, resolvers: [new ImageResolver()] };
}

/** The images of articles. */
export type ImageFeature = ReturnType<typeof createImageFeature>;
