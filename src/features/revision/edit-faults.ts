import { UserError, UserErrorCode } from '../../platform/graphql';
import type { Language } from '../../platform/request';

interface FaultText {
  readonly code: UserErrorCode;
  /** The path into the arguments. */
  readonly field: readonly string[];
  readonly ar: string;
  readonly en: string;
}

const { CONFLICT, DUPLICATE, INVALID, NOT_FOUND } = UserErrorCode;

/** What can be wrong with a change of an article that is not the form of its input. */
const faults = {
  articleMissing: {
    code: NOT_FOUND,
    field: ['input', 'id'],
    ar: 'لا يوجد مقال بهذا المعرّف.',
    en: 'There is no article with this id.',
  },
  versionStale: {
    code: CONFLICT,
    field: ['input', 'version'],
    ar: 'تغيّر المقال منذ قُرئ بهذه النسخة. انظر `conflict`، ثم أعد المحاولة بنسخته الحالية.',
    en: 'The article has been changed since this version was read. See `conflict`, then try again with its present version.',
  },
  revisionMissing: {
    code: NOT_FOUND,
    field: ['input', 'revision'],
    ar: 'ليس للمقال نسخة محفوظة بهذا الرقم. الأرقام في `editing.revisions`.',
    en: 'The article has no revision of this version. `editing.revisions` lists them.',
  },
  momentPassed: {
    code: INVALID,
    field: ['input', 'at'],
    ar: 'مضى هذا الوقت. أرسل وقتًا لاحقًا، أو لا ترسل شيئًا ليتم ذلك الآن.',
    en: 'This moment has passed. Send a later one, or none to do it now.',
  },
  nothingToPublish: {
    code: INVALID,
    field: ['input', 'at'],
    ar: 'يرى القراء آخر ما حُفظ، فلا شيء يُجدول. احفظ تعديلًا أولًا.',
    en: 'Readers see the newest save already, so there is nothing to schedule. Save an edit first.',
  },
  publishAfterUnpublish: {
    code: INVALID,
    field: ['input', 'at'],
    ar: 'سيُخفى المقال قبل هذا الوقت. اختر وقتًا أبكر، أو ألغِ ما جُدول.',
    en: 'The article goes out of sight before this moment. Choose an earlier one, or cancel what is planned.',
  },
  unpublishBeforePublish: {
    code: INVALID,
    field: ['input', 'at'],
    ar: 'لا يُخفى المقال قبل موعد نشره. اختر وقتًا بعده.',
    en: 'The article is published only after this moment. Choose one after its publication.',
  },
  notPublic: {
    code: INVALID,
    field: ['input', 'at'],
    ar: 'المقال ليس منشورًا ولا مجدولًا للنشر، فلا شيء يُخفى في وقت لاحق.',
    en: 'The article is neither published nor scheduled, so there is nothing to take out of sight later.',
  },
  noDraft: {
    code: INVALID,
    field: ['input', 'id'],
    ar: 'لا توجد مسودة تُهمل: آخر ما حُفظ هو ما يراه القراء أو سيرونه.',
    en: 'There is no draft to discard: the newest save is what readers see or are to see.',
  },
  slugTaken: {
    code: DUPLICATE,
    field: ['input', 'slug'],
    ar: 'لمقال آخر اسم في العنوان يُقرأ مثل هذا. اختر غيره.',
    en: 'Another article has a slug that reads like this one. Choose another.',
  },
  slugTakenSince: {
    code: DUPLICATE,
    field: ['input', 'id'],
    ar: 'أخذ مقال آخر الاسم الذي في عنوان هذه المسودة. غيّر `slug` ثم أعد المحاولة.',
    en: 'Another article has taken the slug of this save. Change its `slug`, then try again.',
  },
  dateOfUnpublished: {
    code: INVALID,
    field: ['input', 'publishedAt'],
    ar: 'يُصحَّح تاريخ النشر لمقال منشور فقط. استعمل `publishArticle` مع `at` لتحديد موعد النشر.',
    en: 'Only the date of a published article can be corrected. Use `publishArticle` with `at` to plan a publication.',
  },
  dateInFuture: {
    code: INVALID,
    field: ['input', 'publishedAt'],
    ar: 'لا يكون تاريخ النشر المصحَّح في المستقبل.',
    en: 'A corrected date of publication cannot lie in the future.',
  },
  keyReused: {
    code: CONFLICT,
    field: ['input', 'idempotencyKey'],
    ar: 'استُعمل هذا المفتاح من قبل مع مدخلات أخرى. استعمل مفتاحًا جديدًا لكل مقال.',
    en: 'This key was used before with other input. Use a new key for each article.',
  },
} as const satisfies Record<string, FaultText>;

/** The names of the faults. */
export type EditFault = keyof typeof faults;

/** A fault as the caller reads it, in the caller's language. */
export function toEditError(fault: EditFault, language: Language): UserError {
  const { code, field, [language]: message } = faults[fault];
  return Object.assign(new UserError(), { code, field: [...field], message });
}
