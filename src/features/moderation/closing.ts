import type { Article } from '../article';
import type { ArticleFacts } from './moderation-phase';

/** Units: milliseconds. */
const dayMs = 86_400_000;

/** The instant from which an article takes no comments by the rules; null for never. */
export function closesAt(publishedAt: Date | null, closeAfterDays: number | null): Date | null {
  if (publishedAt === null || closeAfterDays === null) return null;
  return new Date(publishedAt.getTime() + closeAfterDays * dayMs);
}

/** Whether an article takes comments at an instant. */
export function isOpenAt(
  { isOpen, publishedAt }: Pick<ArticleFacts, 'isOpen' | 'publishedAt'>,
  closeAfterDays: number | null,
  now: Date,
): boolean {
  const end = closesAt(publishedAt, closeAfterDays);
  return isOpen && (end === null || now < end);
}

/** What moderation knows of an article. */
export function toArticleFacts({ byline, commentsOpen, publishedAt }: Article): ArticleFacts {
  return { byline, isOpen: commentsOpen, publishedAt };
}
