export { formatSectionBody } from './section-body';
export { Section } from './section.entity';
export {
  createSectionLoaders,
  type MakeSectionLoaders,
  type SectionLoaders,
  sectionTag,
} from './section.loaders';
export { SectionRepository } from './section.repository';
export { ImageSectionResolver, SectionResolver } from './section.resolver';
