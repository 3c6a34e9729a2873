import DataLoader from 'dataloader';
import { groupByKey, matchByKey } from '../../lib/batch';
import type { RequestScope } from '../access';
import type { Section } from './section.entity';
import type { SectionRepository } from './section.repository';

/** Sections by key, batched within one request. */
export interface SectionLoaders {
  readonly sectionById: DataLoader<string, Section | null>;
  /** By position; the article's own right to be seen is checked where the article is read. */
  readonly sectionsByArticleId: DataLoader<string, readonly Section[]>;
  /** The same with their bodies, for whoever asks for one. */
  readonly wholeSectionsByArticleId: DataLoader<string, readonly Section[]>;
}

/** What an answer that looked for the section of an id is tagged with. */
export function sectionTag(id: string): string {
  return `section:${id}`;
}

/** Makes the loaders of one request. */
export type MakeSectionLoaders = (scope: RequestScope) => SectionLoaders;

/** Loaders over the repository. */
export function createSectionLoaders(repository: SectionRepository): MakeSectionLoaders {
  return (scope) => ({
    sectionById: new DataLoader(async (ids) => {
      for (const id of ids) scope.footprint.touch(sectionTag(id));
      return matchByKey(ids, await repository.findByIds(scope.reads, ids), (section) => section.id);
    }),
    sectionsByArticleId: createGroupLoader((articleIds) =>
      repository.listByArticleIds(scope.reads, articleIds),
    ),
    wholeSectionsByArticleId: createGroupLoader((articleIds) =>
      repository.listWholeByArticleIds(scope.reads, articleIds),
    ),
  });
}

function createGroupLoader(
  list: (articleIds: readonly string[]) => Promise<Section[]>,
): DataLoader<string, readonly Section[]> {
  return new DataLoader(async (articleIds) =>
    groupByKey(articleIds, await list(articleIds), (section) => section.articleId),
  );
}
