import { UserError, UserErrorCode } from '../../platform/graphql';
import type { Language } from '../../platform/request';

const { CONFLICT, INVALID, NOT_FOUND, TOO_LONG } = UserErrorCode;

/** Units: characters, as UTF-16 counts them, of what an editor writes about a file. */
export const maxLengths = { alt: 1_000, caption: 2_000, credit: 300 } as const;

/** A text that an editor writes about a file. */
export type EditedText = keyof typeof maxLengths;

/** What can be wrong with an argument about a file. */
export type ImageFileFault =
  | { readonly kind: 'missing' }
  | { readonly kind: 'used'; readonly articleCount: number }
  | { readonly kind: 'focalPointOutside' }
  | { readonly kind: 'tooLong' | 'unprintable'; readonly field: EditedText };

const names: Readonly<Record<EditedText, Readonly<Record<Language, string>>>> = {
  alt: { ar: 'النص البديل', en: 'The alternative text' },
  caption: { ar: 'شرح الصورة', en: 'The caption' },
  credit: { ar: 'مصدر الصورة', en: 'The credit' },
};

/** A fault as the caller reads it, in the caller's language. */
export function toUserError(fault: ImageFileFault, language: Language): UserError {
  const { code, field, ...texts } = describe(fault);
  return Object.assign(new UserError(), {
    code,
    field: ['input', field],
    message: texts[language],
  });
}

interface Description extends Readonly<Record<Language, string>> {
  readonly code: UserErrorCode;
  readonly field: string;
}

function describe(fault: ImageFileFault): Description {
  switch (fault.kind) {
    case 'missing':
      return {
        code: NOT_FOUND,
        field: 'id',
        ar: 'لا توجد صورة بهذا المعرّف. خذ المعرّف من imageFiles أو من POST /files.',
        en: 'There is no picture file of this id. Take the id from imageFiles or from POST /files.',
      };
    case 'used':
      return describeUse(fault.articleCount);
    case 'focalPointOutside':
      return {
        code: INVALID,
        field: 'focalPoint',
        ar: 'يجب أن تكون x وy بين 0 و1: 0.5 و0.5 هي وسط الصورة.',
        en: 'x and y must be from 0 to 1: 0.5 and 0.5 are the middle of the picture.',
      };
    case 'tooLong':
      return {
        code: TOO_LONG,
        field: fault.field,
        ar: `${names[fault.field].ar} أطول من ${maxLengths[fault.field]} حرف.`,
        en: `${names[fault.field].en} is longer than ${maxLengths[fault.field]} characters.`,
      };
    case 'unprintable':
      return {
        code: INVALID,
        field: fault.field,
        ar: `${names[fault.field].ar} فيه محارف تحكم أو محارف تغيّر اتجاه النص. اكتبه بالحروف وحدها.`,
        en: `${names[fault.field].en} holds control characters or characters that change the direction of text. Write it in letters alone.`,
      };
  }
}

function describeUse(articleCount: number): Description {
  return {
    code: CONFLICT,
    field: 'id',
    ar: `تستعمل هذه الصورةَ مقالاتٌ أو نسخٌ محفوظة منها (العدد: ${articleCount}). أزلها منها أولًا، أو ليحذفها مدير بالخيار force.`,
    en: `Articles, or revisions of them that are kept, use this picture (${articleCount} in all). Take it out of them first, or let an ADMIN delete it with force.`,
  };
}
