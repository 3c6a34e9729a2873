import type { Article } from '../article';
import { CommentField } from './comment-enums';
import type { CommentPolicy } from './comment-policy.type';
import { maxBodyLength } from './comment.input';

/** The sentence above a comment form, by language; the Arabic one stands on the source page. */
const notices: Record<string, string> = {
  ar: 'لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *',
  en: 'Your email address will not be published. Required fields are marked *',
};

/** The rules of an article's comment form; a language without a notice of its own gets English. */
export function describeCommentForm(article: Article): CommentPolicy {
  const language = new Intl.Locale(article.locale).language;
  return {
    isOpen: article.commentsOpen,
    isPremoderated: false,
    requiredFields: [CommentField.AUTHOR_NAME, CommentField.AUTHOR_EMAIL, CommentField.BODY],
    maxBodyLength,
    publishesEmail: false,
    notice: notices[language] ?? notices['en'] ?? '',
  };
}
