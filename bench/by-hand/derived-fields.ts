import { publicUrl } from '../processes/start-service';
import type { ArticleRow } from './rows';

const notice = 'لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *';

/** Which way the text runs: the bench has articles in Arabic only. */
export function directionOf({ locale }: ArticleRow): 'RTL' | 'LTR' {
  return locale.startsWith('ar') ? 'RTL' : 'LTR';
}

/** The article's page. */
export function urlOf({ slug }: ArticleRow): string {
  return `${publicUrl}/articles/${encodeURIComponent(slug)}`;
}

/** Addresses that share the article, in the schema's order. */
export function shareLinksOf(article: ArticleRow) {
  const title = encodeURIComponent(article.title);
  const url = encodeURIComponent(urlOf(article));
  return [
    { network: 'FACEBOOK', url: `https://www.facebook.com/sharer/sharer.php?u=${url}` },
    { network: 'X', url: `https://x.com/intent/tweet?text=${title}&url=${url}` },
    { network: 'WHATSAPP', url: `https://wa.me/?text=${title}%20${url}` },
    { network: 'TELEGRAM', url: `https://t.me/share/url?url=${url}&text=${title}` },
    { network: 'LINKEDIN', url: `https://www.linkedin.com/sharing/share-offsite/?url=${url}` },
    { network: 'EMAIL', url: `mailto:?subject=${title}&body=${url}` },
  ];
}

/** The rules of the comment form. */
export function commentPolicyOf({ commentsOpen }: ArticleRow) {
  return {
    isOpen: commentsOpen === 1,
    isPremoderated: false,
    requiredFields: ['AUTHOR_NAME', 'AUTHOR_EMAIL', 'BODY'],
    maxBodyLength: 5_000,
    notice,
  };
}

/** RFC 3339, as the schema's DateTime has it. */
export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** The service's cursor of a place in a list. */
export function cursorOf(atMs: number, id: string): string {
  return Buffer.from(`${atMs}.${id}`, 'latin1').toString('base64url');
}

/** The place that a cursor stands for. */
export function placeOf(cursor: string): { atMs: number; id: string } {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('latin1').split('.');
  return { atMs: Number(at), id };
}
