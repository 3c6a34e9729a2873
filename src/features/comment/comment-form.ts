import { languageOf } from '../../lib/text';
import type { RequestScope } from '../../platform/request';
import type { Article } from '../article';
import { CommentField } from '../decision';
import { closesAt, type CompiledRules, isOpenAt, toArticleFacts } from '../moderation';
import { maxBodyLength } from '../submission';
import type { CommentPolicy } from './comment-policy.type';
import { commentTags } from './comment.tags';

/** The sentence above a comment form, by language; the Arabic one stands on the source page. */
const notices: Record<string, string> = {
  ar: 'لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *',
  en: 'Your email address will not be published. Required fields are marked *',
};

/** The rules of an article's comment form; a language without a notice of its own gets English. */
export function describeCommentForm(
  { cacheDependencies, now }: Pick<RequestScope, 'cacheDependencies' | 'now'>,
  article: Article,
  { mode, closeAfterDays }: CompiledRules['rules'],
): CommentPolicy {
  const facts = toArticleFacts(article);
  const end = closesAt(facts.publishedAt, closeAfterDays);
  cacheDependencies.dependOn(commentTags.rules);
  if (end !== null && end > now) cacheDependencies.expireAt(end);
  return {
    isOpen: isOpenAt(facts, closeAfterDays, now),
    isPremoderated: mode === 'ALL_HELD',
    requiredFields: [CommentField.AUTHOR_NAME, CommentField.AUTHOR_EMAIL, CommentField.BODY],
    maxBodyLength,
    publishesEmail: false,
    notice: notices[languageOf(article.locale)] ?? notices['en'] ?? '',
  };
}
