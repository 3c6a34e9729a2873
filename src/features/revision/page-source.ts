import { createHash } from 'node:crypto';
import type { Article } from '../article';
import type { PageArticle } from './page-article';

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
export function isOtherDay(article: Article, { sourceDay }: PageArticle): boolean {
  const stated = statedDayOf(article);
  return stated !== '' && sourceDay !== null && sourceDay !== stated;
}

/** Whether an article's key, from before source keys, is the base name of the page's file. */
export function hasBaseNameOf(article: Article, { sourceKey }: PageArticle): boolean {
  if (sourceKey === null) return false;
  const baseName = sourceKey.slice(sourceKey.lastIndexOf('/') + 1);
  return article.sourceKey === baseNamePrefix + baseName;
}

/** The source columns of a page's article: a page without a source leaves those that are there. */
export function composeSource(page: PageArticle, previous: Article | null): Source {
  const { sourceKey, sourceDay } = page;
  if (sourceKey === null) {
    return {
      sourceKey: previous?.sourceKey ?? null,
      sourceDay: previous?.sourceDay ?? null,
      sourceHash: previous?.sourceHash ?? null,
    };
  }
  const earlierDay = previous === null ? '' : statedDayOf(previous);
  return { sourceKey, sourceDay: sourceDay ?? earlierDay, sourceHash: hashPage(page) };
}

/** Where an article comes from. */
export type Source = Pick<Article, 'sourceKey' | 'sourceDay' | 'sourceHash'>;

/** Where an article that is there comes from. */
export function pickSource({ sourceKey, sourceDay, sourceHash }: Article): Source {
  return { sourceKey, sourceDay, sourceHash };
}

/** Whether two sources are one. */
export function isSameSource(one: Source, other: Source): boolean {
  return (
    one.sourceKey === other.sourceKey &&
    one.sourceDay === other.sourceDay &&
    one.sourceHash === other.sourceHash
  );
}

/** Whether an article comes from the same page, as it was when it was last imported. */
export function isSamePage({ sourceHash }: Article, page: PageArticle): boolean {
  return page.sourceKey !== null && sourceHash === hashPage(page);
}

function hashPage({ locale, title, summary, byline, ...page }: PageArticle): string {
  const { statedReadingTimeMinutes, sections } = page;
  const said = [locale, title, summary, byline, statedReadingTimeMinutes, sections];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

/**
 * When a page that states no instant was published: when the day of its page begins in UTC, or now
 * where it states no earlier day.
 */
export function startOf({ sourceDay }: PageArticle, now: Date): Date {
  const start = sourceDay === null ? now : new Date(`${sourceDay}T00:00:00Z`);
  return start.getTime() + dayMs <= now.getTime() ? start : now;
}
