import { Image } from './image.entity';

export { Image };
export { createImageFeature, type ImageFeature } from './image.feature';
export { imageTag, type MakeImageLoaders } from './image.loaders';
export type { ImageRepository } from './image.repository';

/** The tables of images. */
export const imageEntities = [Image];
