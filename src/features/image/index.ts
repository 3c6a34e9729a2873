export { Image } from './image.entity';
export {
  createImageLoaders,
  type ImageLoaders,
  imageTag,
  type MakeImageLoaders,
} from './image.loaders';
export { ImageRepository } from './image.repository';
export { ImageResolver } from './image.resolver';
