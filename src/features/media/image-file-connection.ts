import { createConnectionTypes } from '../../platform/graphql';
import { ImageFile } from './image-file.entity';

/** `ImageFileEdge` and `ImageFileConnection`. */
export const imageFileConnectionTypes = createConnectionTypes(
  'ImageFile',
  ImageFile,
  'picture files',
);
