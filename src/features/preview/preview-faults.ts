import { UserError, UserErrorCode } from '../../platform/graphql';
import type { Language } from '../../platform/request';

/** Links that an article has at a time. */
export const maxLinksPerArticle = 100;

/** Units: days. */
export const maxPreviewDays = 30;

const faults = {
  articleMissing: {
    code: UserErrorCode.NOT_FOUND,
    field: 'articleId',
    ar: 'لا يوجد مقال بهذا المعرّف.',
    en: 'There is no article with this id.',
  },
  expiryPassed: {
    code: UserErrorCode.INVALID,
    field: 'expiresAt',
    ar: 'مضى هذا الوقت. أرسل وقتًا لاحقًا، أو لا ترسل شيئًا لتبقى الوصلة 48 ساعة.',
    en: 'This moment has passed. Send a later one, or none for 48 hours.',
  },
  expiryTooFar: {
    code: UserErrorCode.INVALID,
    field: 'expiresAt',
    ar: `لا تبقى الوصلة أكثر من ${maxPreviewDays} يومًا.`,
    en: `A preview link works for at most ${maxPreviewDays} days.`,
  },
  tooManyLinks: {
    code: UserErrorCode.CONFLICT,
    field: 'articleId',
    ar: `للمقال ${maxLinksPerArticle} وصلة معاينة سارية. ألغِها بـ revokePreviewLinks أولًا.`,
    en: `The article has ${maxLinksPerArticle} working preview links. Revoke them with revokePreviewLinks first.`,
  },
} as const;

/** The names of the faults. */
export type PreviewFault = keyof typeof faults;

/** A fault as the caller reads it, in the caller's language. */
export function toPreviewError(fault: PreviewFault, language: Language): UserError {
  const { code, field, [language]: message } = faults[fault];
  return Object.assign(new UserError(), { code, field: ['input', field], message });
}
