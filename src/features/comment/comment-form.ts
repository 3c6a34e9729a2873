import { languageOf } from '../../lib/text';
import type { RequestScope } from '../../platform/request';
import type { Article } from '../article';
import { CommentField, CommentStatus } from '../decision';
import { closesAt, type CompiledRules, isOpenAt, toArticleFacts } from '../moderation';
import { maxAuthorNameLength, maxBodyLength, maxDepth } from '../submission';
import type { CommentPolicy } from './comment-policy.type';
import type { Comment } from './comment.entity';
import { commentTags } from './comment.tags';
import { endOfEditing } from './edit-window';

/** The sentence above a comment form, by language; the Arabic one stands on the source page. */
const notices: Record<string, string> = {
  ar: 'لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *',
  en: 'Your email address will not be published. Required fields are marked *',
};

type CacheScope = Pick<RequestScope, 'cacheDependencies' | 'now'>;

/** The rules of an article's comment form; a language without a notice of its own gets English. */
export function describeCommentForm(
  scope: CacheScope,
  article: Article,
  { mode, closeAfterDays, editWindowMinutes }: CompiledRules['rules'],
): CommentPolicy {
  return {
    isOpen: isOpenToComments(scope, article, closeAfterDays),
    closesAt: closesAt(article.publishedAt, closeAfterDays),
    isPremoderated: mode === 'ALL_HELD',
    requiredFields: [CommentField.AUTHOR_NAME, CommentField.AUTHOR_EMAIL, CommentField.BODY],
    maxBodyLength,
    maxAuthorNameLength,
    maxDepth,
    editWindowMinutes,
    publishesEmail: false,
    notice: notices[languageOf(article.locale)] ?? notices['en'] ?? '',
  };
}

/** Whether a reader may reply to a comment now. */
export function canReplyTo(
  scope: CacheScope,
  { status, depth }: Comment,
  article: Article,
  { closeAfterDays }: CompiledRules['rules'],
): boolean {
  const isOpen = isOpenToComments(scope, article, closeAfterDays);
  return isOpen && status === CommentStatus.APPROVED && depth < maxDepth;
}

/** When the time ends in which its author may edit a comment; null for without end. */
export function findEditEnd(
  { cacheDependencies }: CacheScope,
  { createdAt }: Comment,
  { editWindowMinutes }: CompiledRules['rules'],
): Date | null {
  cacheDependencies.dependOn(commentTags.rules);
  return endOfEditing(createdAt, editWindowMinutes);
}

/** Answers that show it end with the rules and with the moment at which the article closes. */
function isOpenToComments(
  { cacheDependencies, now }: CacheScope,
  article: Article,
  closeAfterDays: number | null,
): boolean {
  const facts = toArticleFacts(article);
  const end = closesAt(facts.publishedAt, closeAfterDays);
  cacheDependencies.dependOn(commentTags.rules);
  if (end !== null && end > now) cacheDependencies.expireAt(end);
  return isOpenAt(facts, closeAfterDays, now);
}
