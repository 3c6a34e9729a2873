import { Section } from './section.entity';

export { formatBody } from './format-body';
export { formatSectionBody } from './section-body';
export { Section };
export { createSectionFeature, type SectionFeature } from './section.feature';
export { type MakeSectionLoaders, sectionTag } from './section.loaders';
export type { SectionRepository } from './section.repository';

/** The tables of sections. */
export const sectionEntities = [Section];
