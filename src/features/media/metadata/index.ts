export { chooseText } from './choose-text';
export {
  composeRenditionMetadata,
  type RenditionMetadata,
  type RenditionRights,
} from './compose-rendition-metadata';
export type { FileMetadata, LocalizedText, TakenAt } from './file-metadata';
export { insertXmpIntoGif } from './gif-xmp';
export { readFileMetadata } from './read-file-metadata';
export { UnreadableMetadata } from './unreadable-metadata';
