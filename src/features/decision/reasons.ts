import type { Language } from '../../platform/request';

interface ReasonText {
  /** For moderators: `{}` stands for what it is about. */
  readonly ar: string;
  readonly en: string;
}

/** Every reason that a phase gives. */
export type ReasonCode = keyof typeof reasons;

const reasons = {
  articleClosed: {
    ar: 'المقال لا يستقبل التعليقات.',
    en: 'The article takes no comments.',
  },
  tooShort: {
    ar: 'التعليق أقصر من {} من الحروف.',
    en: 'The comment is shorter than {} characters.',
  },
  tooLong: {
    ar: 'التعليق أطول من {} من الحروف.',
    en: 'The comment is longer than {} characters.',
  },
  tooManyLinks: {
    ar: 'عدد الروابط في التعليق أكبر من {}.',
    en: 'The comment has more links than {}.',
  },
  bannedWord: { ar: 'كلمة ممنوعة: {}', en: 'A banned word: {}' },
  bannedStem: {
    ar: 'كلمة قد تكون صيغة من كلمة ممنوعة: {}',
    en: 'A word that may be a form of a banned one: {}',
  },
  suspectWord: { ar: 'كلمة مشبوهة: {}', en: 'A suspect word: {}' },
  suspectStem: {
    ar: 'كلمة قد تكون صيغة من كلمة مشبوهة: {}',
    en: 'A word that may be a form of a suspect one: {}',
  },
  repeated: {
    ar: 'أرسل الكاتب نفسه أو العنوان نفسه هذا النص من قبل.',
    en: 'The same author or address sent this text before.',
  },
  nearlyRepeated: {
    ar: 'أرسل الكاتب نفسه أو العنوان نفسه نصًا يكاد يطابقه من قبل.',
    en: 'The same author or address sent nearly this text before.',
  },
  tooFast: {
    ar: 'تعليقات كثيرة من عنوان واحد في وقت قصير.',
    en: 'Many comments from one address in a short time.',
  },
  paceUnknown: {
    ar: 'تعذرت معرفة سرعة إرسال التعليقات من هذا العنوان.',
    en: 'How fast this address sends comments could not be found out.',
  },
  nameReserved: {
    ar: 'الاسم محجوز لغرفة الأخبار: {}',
    en: 'The name belongs to the newsroom: {}',
  },
  nameLooksReserved: {
    ar: 'الاسم يشبه اسمًا محجوزًا لغرفة الأخبار: {}',
    en: 'The name looks like one that belongs to the newsroom: {}',
  },
  bidiOverride: {
    ar: 'في النص محارف تعكس ترتيب الحروف الظاهر.',
    en: 'The text holds characters that turn the visible order of letters around.',
  },
  bidiMixed: {
    ar: 'في النص خليط من محارف التحكم بالاتجاه.',
    en: 'The text mixes different kinds of direction controls.',
  },
  externalVerdict: {
    ar: 'رأي الخدمة الخارجية: {}',
    en: 'The external service says: {}',
  },
  externalUnanswered: {
    ar: 'لم تُجب الخدمة الخارجية في الوقت المحدد.',
    en: 'The external service did not answer in time.',
  },
  firstHeld: {
    ar: 'أول تعليق لكاتبه ينتظر المراجعة.',
    en: 'An author’s first comment waits for a moderator.',
  },
  allHeld: {
    ar: 'كل تعليق ينتظر المراجعة.',
    en: 'Every comment waits for a moderator.',
  },
} as const satisfies Record<string, ReasonText>;

/** A reason as a moderator reads it. */
export function describeReason(
  code: ReasonCode,
  detail: string | null,
  language: Language,
): string {
  return reasons[code][language].replace('{}', () => detail ?? '');
}

/**
 * A reason as the comment's own author reads it, without what would teach them to dodge a list.
 * Shape: `refused` and `review` where a moderator decided, or nothing more can be said.
 */
export function describeToAuthor(
  code: ReasonCode | 'refused' | 'review',
  language: Language,
): string {
  switch (code) {
    case 'bannedWord':
    case 'bannedStem':
    case 'suspectWord':
    case 'suspectStem':
      return authorTexts.words[language];
    case 'nameReserved':
    case 'nameLooksReserved':
      return authorTexts.name[language];
    case 'tooShort':
    case 'tooLong':
      return authorTexts.length[language];
    case 'tooManyLinks':
      return authorTexts.links[language];
    case 'paceUnknown':
    case 'externalVerdict':
    case 'externalUnanswered':
    case 'review':
      return authorTexts.review[language];
    case 'refused':
      return authorTexts.refused[language];
    case 'articleClosed':
    case 'repeated':
    case 'nearlyRepeated':
    case 'tooFast':
    case 'bidiOverride':
    case 'bidiMixed':
    case 'firstHeld':
    case 'allHeld':
      return reasons[code][language];
  }
}

const authorTexts = {
  words: {
    ar: 'في التعليق كلمات لا يقبلها الموقع دون مراجعة.',
    en: 'The comment holds words that this site does not accept without a review.',
  },
  name: {
    ar: 'يشبه الاسم اسمًا محجوزًا لغرفة الأخبار.',
    en: 'The name looks like one that belongs to the newsroom.',
  },
  length: {
    ar: 'طول التعليق خارج ما يقبله الموقع دون مراجعة.',
    en: 'The comment’s length is beyond what this site accepts without a review.',
  },
  links: {
    ar: 'في التعليق روابط أكثر مما يقبله الموقع دون مراجعة.',
    en: 'The comment has more links than this site accepts without a review.',
  },
  review: { ar: 'ينتظر التعليق المراجعة.', en: 'The comment waits for a moderator.' },
  refused: { ar: 'رفض المشرفون التعليق.', en: 'The moderators refused the comment.' },
} as const satisfies Record<string, ReasonText>;
