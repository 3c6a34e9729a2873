import DataLoader from 'dataloader';
import { groupByKey, matchByKey } from '../../lib/batch';
import type { RowCache } from '../../platform/cache';
import type { RequestScope } from '../../platform/request';
import type { Section } from './section.entity';
import type { SectionRepository } from './section.repository';

/** Sections by key, batched within one request. */
export interface SectionLoaders {
  readonly sectionById: DataLoader<string, Section | null>;
  /** By position; the article's own right to be seen is checked where the article is read. */
  readonly sectionsByArticleId: DataLoader<string, readonly Section[]>;
  /** The same with their bodies. */
  readonly wholeSectionsByArticleId: DataLoader<string, readonly Section[]>;
}

/** What an answer that looked for the section of an id is tagged with. */
export function sectionTag(id: string): string {
  return `section:${id}`;
}

/** Makes the loaders of one request. */
export type MakeSectionLoaders = (scope: RequestScope) => SectionLoaders;

/** What the loaders read from. */
export interface SectionLoaderDependencies {
  readonly sections: SectionRepository;
  readonly rows: RowCache;
  /** The tag of an article, which its sections are written with. */
  readonly tagOfArticle: (articleId: string) => string;
}

/** Loaders over the repository and the cached rows. */
export function createSectionLoaders({
  sections,
  rows,
  tagOfArticle,
}: SectionLoaderDependencies): MakeSectionLoaders {
  const ofArticles = rows.namespace<readonly Section[]>('sections', (articleId) => [
    tagOfArticle(articleId),
  ]);
  const wholeOfArticles = rows.namespace<readonly Section[]>(
    'sections with bodies',
    (articleId) => [tagOfArticle(articleId)],
  );
  return (scope) => ({
    sectionById: new DataLoader(async (ids) => {
      for (const id of ids) scope.cacheDependencies.dependOn(sectionTag(id));
      return matchByKey(ids, await sections.findByIds(scope.reads, ids), (section) => section.id);
    }),
    sectionsByArticleId: new DataLoader((articleIds) =>
      ofArticles.read(scope, articleIds, async (missing) =>
        group(missing, await sections.listByArticleIds(scope.reads, missing)),
      ),
    ),
    wholeSectionsByArticleId: new DataLoader((articleIds) =>
      wholeOfArticles.read(scope, articleIds, async (missing) =>
        group(missing, await sections.listWholeByArticleIds(scope.reads, missing)),
      ),
    ),
  });
}

function group(articleIds: readonly string[], sections: readonly Section[]): Section[][] {
  return groupByKey(articleIds, sections, ({ articleId }) => articleId);
}
