import { maxMarksInRow } from '../../lib/text';
import { UserError, UserErrorCode } from '../../platform/graphql';
import type { Language } from '../../platform/request';
import {
  maxAuthorNameLength,
  maxBodyLength,
  maxDepth,
  maxIdempotencyKeyLength,
  maxModerated,
  maxNoteLength,
  maxReasonLength,
} from './submission-bounds';

/** Everything that can be wrong with what is sent about comments. */
export type CommentFault = keyof typeof faults;

interface FaultText {
  readonly code: UserErrorCode;
  readonly field: string;
  readonly ar: string;
  readonly en: string;
}

const { REQUIRED, TOO_LONG, INVALID, NOT_FOUND, CLOSED, CONFLICT, TOO_DEEP } = UserErrorCode;

const faults = {
  nameMissing: {
    code: REQUIRED,
    field: 'authorName',
    ar: `الاسم مطلوب: من حرف واحد إلى ${maxAuthorNameLength} حرفًا.`,
    en: `A name is required: 1 to ${maxAuthorNameLength} characters.`,
  },
  nameTooLong: {
    code: TOO_LONG,
    field: 'authorName',
    ar: `الاسم أطول من ${maxAuthorNameLength} حرفًا.`,
    en: `The name is longer than ${maxAuthorNameLength} characters.`,
  },
  nameUnprintable: {
    code: INVALID,
    field: 'authorName',
    ar: 'في الاسم محارف تحكم أو أنصاف محارف أو محارف تغيّر اتجاه النص. اكتبه بالحروف وحدها.',
    en: 'The name holds control characters, lone surrogates, or characters that change the direction of text. Write it in letters alone.',
  },
  nameMarks: {
    code: INVALID,
    field: 'authorName',
    ar: `في الاسم أكثر من ${maxMarksInRow} من علامات التشكيل أو المحارف غير المرئية المتتالية. احذف الزائد منها.`,
    en: `The name holds more than ${maxMarksInRow} combining marks or invisible characters in a row. Take the extra ones out.`,
  },
  emailMissing: {
    code: REQUIRED,
    field: 'authorEmail',
    ar: 'البريد الإلكتروني مطلوب، ولن يُنشر، مثل reader@example.org.',
    en: 'An e-mail address is required, and is not published, such as reader@example.org.',
  },
  emailInvalid: {
    code: INVALID,
    field: 'authorEmail',
    ar: 'ليس هذا عنوان بريد إلكتروني صحيحًا. الصيغة الصحيحة: reader@example.org.',
    en: 'This is not a valid e-mail address. A valid one looks like reader@example.org.',
  },
  bodyMissing: {
    code: REQUIRED,
    field: 'body',
    ar: `نص التعليق مطلوب: من حرف واحد إلى ${maxBodyLength} حرف.`,
    en: `The comment’s text is required: 1 to ${maxBodyLength} characters.`,
  },
  bodyTooLong: {
    code: TOO_LONG,
    field: 'body',
    ar: `نص التعليق أطول من ${maxBodyLength} حرف.`,
    en: `The comment is longer than ${maxBodyLength} characters.`,
  },
  bodyUnprintable: {
    code: INVALID,
    field: 'body',
    ar: 'في نص التعليق محارف تحكم أو أنصاف محارف. المسموح به منها فواصل الأسطر وعلامات الجدولة.',
    en: 'The comment holds control characters or lone surrogates. Of these only line breaks and tabs are allowed.',
  },
  bodyMarks: {
    code: INVALID,
    field: 'body',
    ar: `في نص التعليق أكثر من ${maxMarksInRow} من علامات التشكيل أو المحارف غير المرئية المتتالية. احذف الزائد منها.`,
    en: `The comment holds more than ${maxMarksInRow} combining marks or invisible characters in a row. Take the extra ones out.`,
  },
  keyUnusable: {
    code: INVALID,
    field: 'idempotencyKey',
    ar: `يجب أن يكون مفتاح التكرار من محرف واحد إلى ${maxIdempotencyKeyLength} محرف بلا محارف تحكم ولا أنصاف محارف.`,
    en: `An idempotency key is 1 to ${maxIdempotencyKeyLength} characters without control characters or lone surrogates.`,
  },
  keyReused: {
    code: CONFLICT,
    field: 'idempotencyKey',
    ar: 'استُعمل هذا المفتاح من قبل مع مدخلات أخرى. استعمل مفتاحًا جديدًا لكل تعليق.',
    en: 'This key was used before with other input. Use a new key for each comment.',
  },
  articleMissing: {
    code: NOT_FOUND,
    field: 'articleId',
    ar: 'لا يوجد مقال بهذا المعرّف.',
    en: 'There is no article with this id.',
  },
  articleClosed: {
    code: CLOSED,
    field: 'articleId',
    ar: 'هذا المقال لا يستقبل التعليقات.',
    en: 'This article takes no comments.',
  },
  parentMissing: {
    code: NOT_FOUND,
    field: 'parentId',
    ar: 'لا يوجد في هذا المقال تعليق بهذا المعرّف يمكن الرد عليه.',
    en: 'There is no comment with this id on this article that can be replied to.',
  },
  parentTooDeep: {
    code: TOO_DEEP,
    field: 'parentId',
    ar: `لا تتجاوز الردود ${maxDepth} مستويات. رُدّ على التعليق الذي قبله.`,
    en: `Replies go ${maxDepth} levels deep at most. Reply to the comment before it.`,
  },
  commentMissing: {
    code: NOT_FOUND,
    field: 'commentId',
    ar: 'لا يوجد تعليق بهذا المعرّف.',
    en: 'There is no comment with this id.',
  },
  noComments: {
    code: REQUIRED,
    field: 'comments',
    ar: 'يلزم تعليق واحد على الأقل.',
    en: 'At least one comment is required.',
  },
  tooManyComments: {
    code: TOO_LONG,
    field: 'comments',
    ar: `لا يُبَتّ في أكثر من ${maxModerated} تعليق في المرة الواحدة.`,
    en: `At most ${maxModerated} comments are decided about at once.`,
  },
  commentWithdrawn: {
    code: CONFLICT,
    field: 'commentId',
    ar: 'سحب الكاتب هذا التعليق.',
    en: 'The author has withdrawn this comment.',
  },
  commentClosed: {
    code: CLOSED,
    field: 'commentId',
    ar: 'سحب الكاتب هذا التعليق، فلا يمكن الإبلاغ عنه.',
    en: 'The author has withdrawn this comment: it can no longer be reported.',
  },
  revisionStale: {
    code: CONFLICT,
    field: 'revision',
    ar: 'عدّل الكاتب هذا التعليق بعد أن قُرئ. اقرأ نصه الجديد ثم قرّر.',
    en: 'The author has edited this comment since it was read. Read the new text, then decide.',
  },
  noteTooLong: {
    code: TOO_LONG,
    field: 'note',
    ar: `الملاحظة أطول من ${maxNoteLength} حرف.`,
    en: `The note is longer than ${maxNoteLength} characters.`,
  },
  noteUnprintable: {
    code: INVALID,
    field: 'note',
    ar: 'في الملاحظة محارف تحكم أو أنصاف محارف. المسموح به منها فواصل الأسطر وعلامات الجدولة.',
    en: 'The note holds control characters or lone surrogates. Of these only line breaks and tabs are allowed.',
  },
  noteMarks: {
    code: INVALID,
    field: 'note',
    ar: `في الملاحظة أكثر من ${maxMarksInRow} من علامات التشكيل أو المحارف غير المرئية المتتالية. احذف الزائد منها.`,
    en: `The note holds more than ${maxMarksInRow} combining marks or invisible characters in a row. Take the extra ones out.`,
  },
  reasonTooLong: {
    code: TOO_LONG,
    field: 'reason',
    ar: `السبب أطول من ${maxReasonLength} حرف.`,
    en: `The reason is longer than ${maxReasonLength} characters.`,
  },
  reasonUnprintable: {
    code: INVALID,
    field: 'reason',
    ar: 'في السبب محارف تحكم أو أنصاف محارف. المسموح به منها فواصل الأسطر وعلامات الجدولة.',
    en: 'The reason holds control characters or lone surrogates. Of these only line breaks and tabs are allowed.',
  },
  reasonMarks: {
    code: INVALID,
    field: 'reason',
    ar: `في السبب أكثر من ${maxMarksInRow} من علامات التشكيل أو المحارف غير المرئية المتتالية. احذف الزائد منها.`,
    en: `The reason holds more than ${maxMarksInRow} combining marks or invisible characters in a row. Take the extra ones out.`,
  },
  receiptUnknown: {
    code: NOT_FOUND,
    field: 'receipt',
    ar: 'لا يوجد تعليق بهذا الإيصال.',
    en: 'There is no comment with this receipt.',
  },
  editingOver: {
    code: CLOSED,
    field: 'receipt',
    ar: 'انتهت مدة تعديل هذا التعليق.',
    en: 'The time for editing this comment has ended.',
  },
  withdrawnAlready: {
    code: CLOSED,
    field: 'receipt',
    ar: 'سُحب هذا التعليق، فلا يمكن تعديله.',
    en: 'This comment was withdrawn: it can no longer be edited.',
  },
  decidedAlready: {
    code: CLOSED,
    field: 'receipt',
    ar: 'رفض المشرفون هذا التعليق، فلا يمكن تعديله.',
    en: 'The moderators refused this comment: it can no longer be edited.',
  },
} as const satisfies Record<string, FaultText>;

/**
 * A fault as the caller reads it, in the caller's language.
 * Shape: `path` leads to the argument where it is not a field of `input`.
 */
export function toUserError(
  fault: CommentFault,
  language: Language,
  path?: readonly (string | number)[],
): UserError {
  const { code, field, [language]: message } = faults[fault];
  const parts = (path ?? ['input', field]).map(String);
  return Object.assign(new UserError(), { code, field: parts, message });
}
