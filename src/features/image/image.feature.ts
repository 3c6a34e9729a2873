import type { Dialect } from '../../platform/database';
import type { MediaFeature } from '../media';
import { createImageLoaders, type ImageLoaderDependencies } from './image.loaders';
import { ImageRepository } from './image.repository';
import { ImageResolver } from './image.resolver';

/** What images are constructed with. */
export interface ImageDependencies
  extends Omit<ImageLoaderDependencies, 'images'>, Pick<MediaFeature, 'urls' | 'imageFileLoaders'> {
  readonly dialect: Dialect;
}

/** Constructs the feature of images. */
export function createImageFeature(dependencies: ImageDependencies) {
  const { dialect, rows, tagOfArticle, urls, imageFileLoaders } = dependencies;
  const images = new ImageRepository(dialect);
  const imageLoaders = createImageLoaders({ images, rows, tagOfArticle });
  return { images, imageLoaders, resolvers: [new ImageResolver(urls, imageFileLoaders)] };
}

/** The images of articles. */
export type ImageFeature = ReturnType<typeof createImageFeature>;
