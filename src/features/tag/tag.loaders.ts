import DataLoader from 'dataloader';
import { groupByKey, matchByKey } from '../../lib/batch';
import type { RowCache } from '../../platform/cache';
import type { RequestScope } from '../../platform/request';
import type { ArticleTagRepository } from './article-tag.repository';
import { readTagName } from './tag-name';
import type { Tag } from './tag.entity';
import type { TagRepository } from './tag.repository';
import { tagTags } from './tag.tags';

/** Tags by key, batched within one request. */
export interface TagLoaders {
  /** Whatever the viewer may see: `TagService` checks that. */
  readonly tagById: DataLoader<string, Tag | null>;
  /**
   * In the editor's order. The article's own right to be seen is checked where the article is read;
   * whoever sees the article sees its tags.
   */
  readonly tagsByArticleId: DataLoader<string, readonly Tag[]>;
  /**
   * The tag of a name, or that which once had it or took it in; null where there is none. For whoever
   * sees the save that names it.
   */
  readonly tagByName: DataLoader<string, Tag | null>;
  /** How many articles readers see under the tag. */
  readonly articleCountByTagId: DataLoader<string, number>;
}

/** Makes the loaders of one request. */
export type MakeTagLoaders = (scope: RequestScope) => TagLoaders;

/** What the loaders read from. */
export interface TagLoaderDependencies {
  readonly tags: TagRepository;
  readonly articleTags: ArticleTagRepository;
  readonly rows: RowCache;
  /** The cache tag of an article, which its tags are written with. */
  readonly tagOfArticle: (articleId: string) => string;
  /** When the clock next changes what readers see; null where nothing is planned. */
  readonly findNext: (now: Date) => Promise<Date | null>;
}

/** Loaders over the repositories and the cached rows. */
export function createTagLoaders({
  tags,
  articleTags,
  rows,
  tagOfArticle,
  findNext,
}: TagLoaderDependencies): MakeTagLoaders {
  const ofArticles = rows.namespace<readonly Tag[]>('tags of article', (articleId, found) => [
    tagOfArticle(articleId),
    ...found.map(({ id }) => tagTags.tag(id)),
  ]);
  return (scope) => ({
    tagById: new DataLoader(async (ids) => {
      for (const id of ids) scope.cacheDependencies.dependOn(tagTags.tag(id));
      return matchByKey(ids, await tags.findByIds(scope.reads, ids), ({ id }) => id);
    }),
    tagsByArticleId: new DataLoader(async (articleIds) => {
      const lists = await ofArticles.read(scope, articleIds, async (missing) => {
        const found = await articleTags.listTags(scope.reads, missing);
        const groups = groupByKey(missing, found, ({ articleId }) => articleId);
        return groups.map((group) => group.map(({ tag }) => tag));
      });
      for (const { id } of lists.flat()) scope.cacheDependencies.dependOn(tagTags.tag(id));
      return lists;
    }),
    tagByName: new DataLoader(async (names) => {
      const keys = names.map(readNameKey);
      const found = await tags.findByNameKeys(scope.reads, [...new Set(keys)]);
      for (const { id } of found.values()) scope.cacheDependencies.dependOn(tagTags.tag(id));
      return keys.map((key) => found.get(key) ?? null);
    }),
    articleCountByTagId: new DataLoader(async (ids) => {
      const { cacheDependencies, reads, now } = scope;
      for (const id of ids) cacheDependencies.dependOn(tagTags.articles(id));
      const next = await findNext(now);
      if (next !== null) cacheDependencies.expireAt(next);
      const counts = await tags.countArticles(reads, ids, now);
      return ids.map((id) => counts.get(id) ?? 0);
    }),
  });
}

/** The key of a name that a save has; '' for what no tag is called. */
function readNameKey(text: string): string {
  const name = readTagName(text);
  return typeof name === 'string' ? '' : name.nameKey;
}
