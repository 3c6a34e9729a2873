import type { Dialect } from '../../platform/database';
import type { ImageFeature } from '../image';
import { createSectionLoaders, type SectionLoaderDependencies } from './section.loaders';
import { SectionRepository } from './section.repository';
import { ImageSectionResolver, SectionResolver } from './section.resolver';

/** What sections are constructed with. */
export interface SectionDependencies
  extends Omit<SectionLoaderDependencies, 'sections'>, Pick<ImageFeature, 'imageLoaders'> {
  readonly dialect: Dialect;
}

/** Constructs the feature of sections. */
export function createSectionFeature(dependencies: SectionDependencies) {
  const { dialect, imageLoaders } = dependencies;
  const sections = new SectionRepository(dialect);
  const sectionLoaders = createSectionLoaders({ ...dependencies, sections });
  return {
    sections,
    sectionLoaders,
    resolvers: [
      new SectionResolver(sectionLoaders, imageLoaders),
      new ImageSectionResolver(sectionLoaders),
    ],
  };
}

/** The sections of articles. */
export type SectionFeature = ReturnType<typeof createSectionFeature>;
