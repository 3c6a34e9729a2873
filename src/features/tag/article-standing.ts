import type { ArticleTag } from './article-tag.entity';
import type { EntryStanding } from './article-tag.repository';
import type { TagCountChange } from './tag.repository';

/** What tags go by of an article. */
export interface TaggedArticle {
  readonly id: string;
  /** DRAFT, PUBLISHED or ARCHIVED: what is scheduled is published at a future instant. */
  readonly storedStatus: string;
  readonly timelineAt: Date;
  readonly unpublishAt: Date | null;
  /** Whether readers saw it when it was last written or settled. */
  readonly isPublic: boolean;
}

/** Where an article stands, as its entries say it. */
export function standingOf(article: TaggedArticle): EntryStanding {
  const { id: articleId, storedStatus: status, timelineAt, unpublishAt, isPublic } = article;
  return { articleId, status, timelineAt, unpublishAt, isPublic };
}

/** Whether an entry is counted under its tag. */
function isCounted({ status, isPublic }: ArticleTag): boolean {
  return status === 'PUBLISHED' && isPublic;
}

/** How the counters of tags change where some entries take the place of others. */
export function listCountChanges(
  before: readonly ArticleTag[],
  after: readonly ArticleTag[],
): TagCountChange[] {
  const changes = new Map<string, number>();
  const add = (entries: readonly ArticleTag[], change: number) => {
    for (const { tagId } of entries.filter(isCounted)) {
      changes.set(tagId, (changes.get(tagId) ?? 0) + change);
    }
  };
  add(before, -1);
  add(after, 1);
  return [...changes].map(([tagId, change]) => ({ tagId, change }));
}

/** The ids of the tags of entries, each once. */
export function listEntryTags(entries: readonly ArticleTag[]): string[] {
  return [...new Set(entries.map(({ tagId }) => tagId))];
}
