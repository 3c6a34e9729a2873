import { ImageFileUse } from './image-file-use.entity';
import { ImageFile } from './image-file.entity';

export { ImageFile };
export { ImageCrop, ImageFormat } from './image-format';
export { imageFileTag } from './image-file.loaders';
export { ImageSource } from './image-metadata.type';
export { maxFileBytes, toIntakeError } from './intake/intake-faults';
export { joinedFileColumn, readJoinedFile } from './image-file.repository';
export { createMediaFeature, type MediaFeature } from './media.feature';
export { maxSourceWidths } from './renditions/rendition-url';
export { speak } from './spoken-metadata';
export type { KeptFile } from './store/file-store';

/** The tables of pictures' files. */
export const mediaEntities = [ImageFile, ImageFileUse];
