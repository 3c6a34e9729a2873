import { slugMaxLength } from '../../lib/text';
import { UserError, UserErrorCode } from '../../platform/graphql';
import type { Language } from '../../platform/request';
import { maxTagNameLength, type TagNameFault } from './tag-name';

/** Tags that are merged at once at most. */
export const maxMergedTags = 100;

const { REQUIRED, TOO_LONG, INVALID, NOT_FOUND, DUPLICATE } = UserErrorCode;

/** What can be wrong with a change of tags. */
const faults = {
  tagMissing: {
    code: NOT_FOUND,
    ar: 'لا يوجد وسم بهذا المعرّف.',
    en: 'There is no tag with this id.',
  },
  nameMissing: {
    code: REQUIRED,
    ar: `اسم الوسم مطلوب: من حرف واحد إلى ${maxTagNameLength} حرفًا.`,
    en: `A tag needs a name: 1 to ${maxTagNameLength} characters.`,
  },
  nameTooLong: {
    code: TOO_LONG,
    ar: `اسم الوسم أطول من ${maxTagNameLength} حرفًا.`,
    en: `The name of a tag has at most ${maxTagNameLength} characters.`,
  },
  nameUnprintable: {
    code: INVALID,
    ar: 'في اسم الوسم محارف تحكم أو أنصاف محارف أو علامات متراكمة. اكتبه بالحروف وحدها.',
    en: 'The name holds control characters, lone surrogates, private characters or heaps of marks. Write it in letters alone.',
  },
  nameLettersMissing: {
    code: INVALID,
    ar: 'يلزم اسم الوسم حرف أو رقم واحد على الأقل، مثل «غزة».',
    en: 'The name of a tag needs a letter or a digit, such as "غزة".',
  },
  nameTaken: {
    code: DUPLICATE,
    ar: 'لوسم آخر هذا الاسم. لجعلهما وسمًا واحدًا استعمل `mergeTags`.',
    en: 'Another tag has this name. To make one of the two, use `mergeTags`.',
  },
  slugInvalid: {
    code: INVALID,
    ar: 'الاسم في العنوان حروف صغيرة وأرقام بينها شرطات، بلا تشكيل ولا مسافات، مثل «كأس-العالم».',
    en: 'A slug is letters in lower case and digits, with hyphens between words and no vowel marks, such as "كأس-العالم".',
  },
  slugTooLong: {
    code: TOO_LONG,
    ar: `الاسم في العنوان أطول من ${slugMaxLength} حرفًا.`,
    en: `A slug has at most ${slugMaxLength} characters.`,
  },
  slugTaken: {
    code: DUPLICATE,
    ar: 'لوسم آخر هذا الاسم في العنوان، أو كان له. اختر غيره، أو استعمل `mergeTags`.',
    en: 'Another tag has this slug, or once had it. Choose another, or use `mergeTags`.',
  },
  nothingToMerge: {
    code: REQUIRED,
    ar: 'يلزم وسم واحد على الأقل ليُدمج.',
    en: 'At least one tag is required that is to be merged.',
  },
  tooManyToMerge: {
    code: TOO_LONG,
    ar: `لا يُدمج أكثر من ${maxMergedTags} وسم في المرة الواحدة.`,
    en: `At most ${maxMergedTags} tags are merged at once.`,
  },
  mergedIntoItself: {
    code: INVALID,
    ar: 'لا يُدمج وسم في نفسه. احذفه من `from` أو اختر غيره في `into`.',
    en: 'A tag cannot be merged into itself. Take it out of `from`, or choose another `into`.',
  },
} as const satisfies Record<string, { code: UserErrorCode; ar: string; en: string }>;

/** The names of the faults. */
export type TagEditFault = keyof typeof faults;

/** A fault, and the path to the argument that it is about. */
export interface PlacedFault {
  readonly fault: TagEditFault;
  readonly path: readonly string[];
}

/** A fault as the caller reads it, in the caller's language. */
export function toTagError({ fault, path }: PlacedFault, language: Language): UserError {
  const { code, [language]: message } = faults[fault];
  return Object.assign(new UserError(), { code, field: [...path], message });
}

const nameFaults: Readonly<Record<TagNameFault, TagEditFault>> = {
  missing: 'nameMissing',
  tooLong: 'nameTooLong',
  unprintable: 'nameUnprintable',
  lettersMissing: 'nameLettersMissing',
};

/** What is wrong with a name at a path. */
export function placeNameFault(fault: TagNameFault, path: readonly string[]): PlacedFault {
  return { fault: nameFaults[fault], path };
}
