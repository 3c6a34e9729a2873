import DataLoader from 'dataloader';
import { groupByKey } from '../../lib/batch';
import type { PageRequest } from '../../platform/database/paging';
import type { RequestScope } from '../../platform/request';
import { tagTags } from '../tag';
import type { Article } from './article.entity';
import { noteSchedule } from './article.policy';
import type { ArticleRepository } from './article.repository';
import { articleTags } from './article.tags';
import type { PublicationSchedule } from './publication-schedule';

/** One tag's page of its articles; equal requests of many tags are read by one statement. */
export interface TagArticlesKey {
  readonly tagId: string;
  readonly request: PageRequest;
}

/** Pages of tags' articles by key, batched within one request. */
export type TagArticlesLoader = DataLoader<TagArticlesKey, readonly Article[], string>;

/** The articles of tags that readers see, as the index is read: one more than the page. */
export function createTagArticlesLoader(
  articles: ArticleRepository,
  schedule: PublicationSchedule,
): (scope: RequestScope) => TagArticlesLoader {
  return (scope) => {
    const { cacheDependencies, now, reads } = scope;
    const readAlike = async (keys: readonly TagArticlesKey[], lists: Map<string, Article[]>) => {
      const [first] = keys;
      if (first === undefined) return;
      const tagIds = keys.map(({ tagId }) => tagId);
      const found = await articles.listByTagIds(reads, tagIds, now, first.request);
      groupByKey(tagIds, found, ({ tagId }) => tagId).forEach((group, index) => {
        const key = keys[index];
        if (key !== undefined)
          lists.set(
            toText(key),
            group.map(({ article }) => article),
          );
      });
    };
    return new DataLoader(
      async (keys) => {
        for (const { tagId } of keys) cacheDependencies.dependOn(tagTags.articles(tagId));
        const next = await schedule.findNext(now);
        if (next !== null) cacheDependencies.expireAt(next);
        const lists = new Map<string, Article[]>();
        await Promise.all(groupAlike(keys).map((group) => readAlike(group, lists)));
        for (const article of [...lists.values()].flat()) {
          cacheDependencies.dependOn(articleTags.article(article.id));
          noteSchedule(scope, article);
        }
        return keys.map((key) => lists.get(toText(key)) ?? []);
      },
      { cacheKeyFn: toText },
    );
  };
}

function groupAlike(keys: readonly TagArticlesKey[]): TagArticlesKey[][] {
  const groups = new Map<string, TagArticlesKey[]>();
  for (const key of keys) {
    const page = JSON.stringify(key.request);
    groups.set(page, [...(groups.get(page) ?? []), key]);
  }
  return [...groups.values()];
}

function toText({ tagId, request }: TagArticlesKey): string {
  return `${tagId} ${JSON.stringify(request)}`;
}
