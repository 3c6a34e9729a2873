import DataLoader from 'dataloader';
import { groupByKey } from '../../lib/batch';
import type { PageRequest } from '../../platform/database/paging';
import type { RequestScope } from '../../platform/request';
import { tagTags } from '../tag';
import type { Article } from './article.entity';
import { noteSchedule } from './article.policy';
import type { ArticleOf, ArticleRepository } from './article.repository';
import { articleTags } from './article.tags';
import type { PublicationSchedule } from './publication-schedule';

/** A page of the articles of something, such as a tag; equal requests are read by one statement. */
export interface ArticlePageKey {
  /** The id of what has the articles. */
  readonly ofId: string;
  readonly request: PageRequest;
}

/** Pages of articles by key, batched within one request; one row more than the page each. */
export type ArticlePagesLoader = DataLoader<ArticlePageKey, readonly Article[], string>;

/** Makes the loader of one request. */
export type MakeArticlePagesLoader = (scope: RequestScope) => ArticlePagesLoader;

/** How pages are read that differ only in what the articles belong to. */
type ReadPages = (ids: readonly string[], request: PageRequest) => Promise<readonly ArticleOf[]>;

/** The articles of tags that readers see, as the index is read. */
export function createTagArticlesLoader(
  articles: ArticleRepository,
  schedule: PublicationSchedule,
): MakeArticlePagesLoader {
  return (scope) => {
    const { cacheDependencies, now, reads } = scope;
    const read: ReadPages = (ids, request) => articles.listByTagIds(reads, ids, now, request);
    return createLoader(scope, read, async (ids) => {
      for (const id of ids) cacheDependencies.dependOn(tagTags.articles(id));
      await schedule.expireAtNext(scope);
    });
  };
}

/** The articles that use files, whatever their status; for editors, whose answers nobody keeps. */
export function createFileArticlesLoader(articles: ArticleRepository): MakeArticlePagesLoader {
  return (scope) =>
    createLoader(scope, (ids, request) => articles.listByFileIds(scope.reads, ids, request));
}

function createLoader(
  scope: RequestScope,
  read: ReadPages,
  noteDependencies: (ids: readonly string[]) => Promise<void> = () => Promise.resolve(),
): ArticlePagesLoader {
  const readAlike = async (keys: readonly ArticlePageKey[], pages: Map<string, Article[]>) => {
    const [first] = keys;
    if (first === undefined) return;
    const ids = keys.map(({ ofId }) => ofId);
    const found = await read(ids, first.request);
    groupByKey(ids, found, ({ ofId }) => ofId).forEach((group, index) => {
      const key = keys[index];
      if (key !== undefined)
        pages.set(
          toText(key),
          group.map(({ article }) => article),
        );
    });
  };
  return new DataLoader(
    async (keys) => {
      await noteDependencies(keys.map(({ ofId }) => ofId));
      const pages = new Map<string, Article[]>();
      await Promise.all(groupAlike(keys).map((group) => readAlike(group, pages)));
      for (const article of [...pages.values()].flat()) {
        scope.cacheDependencies.dependOn(articleTags.article(article.id));
        noteSchedule(scope, article);
      }
      return keys.map((key) => pages.get(toText(key)) ?? []);
    },
    { cacheKeyFn: toText },
  );
}

function groupAlike(keys: readonly ArticlePageKey[]): ArticlePageKey[][] {
  const groups = new Map<string, ArticlePageKey[]>();
  for (const key of keys) {
    const page = JSON.stringify(key.request);
    groups.set(page, [...(groups.get(page) ?? []), key]);
  }
  return [...groups.values()];
}

function toText({ ofId, request }: ArticlePageKey): string {
  return `${ofId} ${JSON.stringify(request)}`;
}
