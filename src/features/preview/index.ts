import { PreviewLinkRow } from './preview-link.entity';

export { createPreviewFeature } from './preview.feature';

/** The tables of preview links. */
export const previewEntities = [PreviewLinkRow];
