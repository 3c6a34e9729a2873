import type { ArticleDraft } from './article-draft';
import type { Article } from './article.entity';

const dayMs = 86_400_000;

/** Stands before a base name, the only thing stored of a source before there were source keys. */
const baseNamePrefix = '*/';

/**
 * The day that an article's page states, as YYYY-MM-DD; '' where it states none.
 *
 * Shape: a row from before source keys has no such day. If it was published at another instant than
 * it was created, somebody stated the date; its day in UTC is taken.
 */
export function statedDayOf({ sourceDay, publishedAt, createdAt }: Article): string {
  if (sourceDay !== null) return sourceDay;
  if (publishedAt === null || publishedAt.getTime() === createdAt.getTime()) return '';
  return publishedAt.toISOString().slice(0, 10);
}

/** Whether two stated days are different ones; a page without a day may be of any. */
export function isOtherDay(article: Article, { sourceDay }: ArticleDraft): boolean {
  const stated = statedDayOf(article);
  return stated !== '' && sourceDay !== null && sourceDay !== stated;
}

/** Whether an article's key, from before source keys, is the base name of the draft's file. */
export function hasBaseNameOf(article: Article, { sourceKey }: ArticleDraft): boolean {
  if (sourceKey === null) return false;
  const baseName = sourceKey.slice(sourceKey.lastIndexOf('/') + 1);
  return article.sourceKey === baseNamePrefix + baseName;
}

/** The source columns of a draft's article: a draft without a source leaves those that are there. */
export function composeSource(
  { sourceKey, sourceDay }: ArticleDraft,
  previous: Article | undefined,
): Pick<Article, 'sourceKey' | 'sourceDay'> {
  if (sourceKey === null) {
    return { sourceKey: previous?.sourceKey ?? null, sourceDay: previous?.sourceDay ?? null };
  }
  const earlierDay = previous === undefined ? '' : statedDayOf(previous);
  return { sourceKey, sourceDay: sourceDay ?? earlierDay };
}

/**
 * When a draft that states no instant was published: when the day of its page begins in UTC, or now
 * where it states no earlier day.
 */
export function startOf({ sourceDay }: ArticleDraft, now: Date): Date {
  const start = sourceDay === null ? now : new Date(`${sourceDay}T00:00:00Z`);
  return start.getTime() + dayMs <= now.getTime() ? start : now;
}
