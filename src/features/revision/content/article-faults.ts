import {
  maxBodyLines,
  maxBodyLinkLength,
  maxBodyMarkup,
  maxBodyNesting,
  maxMarksInRow,
} from '../../../lib/text';
import { UserError, UserErrorCode } from '../../../platform/graphql';
import type { Language } from '../../../platform/request';
import { maxContentBytes, maxIdempotencyKeyLength, maxUrlLength } from './article-bounds';
import { nameOfField } from './field-names';

/** Something that is wrong with the input of a save. */
export interface ArticleFault {
  readonly kind: ArticleFaultKind;
  /** The path into the arguments, such as `input`, `sections`, `2`, `images`, `0`, `alt`. */
  readonly path: readonly string[];
  /** The bound that is exceeded. */
  readonly limit?: number;
  /** The line of a body, from 1. */
  readonly line?: number | null;
  /** What would be right. */
  readonly suggestion?: string;
}

/** What can be wrong with the input of a save, apart from what the stored data decides. */
export type ArticleFaultKind = keyof typeof faults;

interface FaultParts {
  /** The field's name as its sentence begins. */
  readonly name: string;
  readonly limit: number;
  readonly line: number;
  readonly suggestion: string;
}

interface FaultText {
  readonly code: UserErrorCode;
  readonly ar: (parts: FaultParts) => string;
  readonly en: (parts: FaultParts) => string;
}

const { REQUIRED, TOO_LONG, INVALID, NOT_FOUND, DUPLICATE } = UserErrorCode;

const faults = {
  missing: {
    code: REQUIRED,
    ar: ({ name }) => `لا بد من ${name}.`,
    en: ({ name }) => `${name} is required.`,
  },
  cleared: {
    code: REQUIRED,
    ar: ({ name }) => `لا تقبل القيمة null هنا، إذ لا بد من ${name}. احذف الحقل ليبقى كما كان.`,
    en: ({ name }) => `${name} cannot be null. Leave the field out to keep it as it is.`,
  },
  tooLong: {
    code: TOO_LONG,
    ar: ({ name, limit }) => `${name} أطول من ${limit} ${counted(limit, 'حرف', 'حرفًا')}.`,
    en: ({ name, limit }) => `${name} is longer than ${limit} characters.`,
  },
  tooMany: {
    code: TOO_LONG,
    ar: ({ name, limit }) => `عدد ${name} يتجاوز الحد الأقصى، وهو ${limit}.`,
    en: ({ name, limit }) => `${name}: at most ${limit} are allowed.`,
  },
  unprintable: {
    code: INVALID,
    ar: ({ name }) => `في ${name} محارف تحكم أو فواصل أسطر أو أنصاف محارف. احذفها.`,
    en: ({ name }) =>
      `${name} holds control characters, line breaks or lone surrogates. Take them out.`,
  },
  unprintableInLines: {
    code: INVALID,
    ar: ({ name }) =>
      `في ${name} محارف تحكم أو أنصاف محارف. المسموح به منها فواصل الأسطر وعلامات الجدولة.`,
    en: ({ name }) =>
      `${name} holds control characters or lone surrogates. Of these only line breaks and tabs are allowed.`,
  },
  marks: {
    code: INVALID,
    ar: ({ name }) =>
      `في ${name} أكثر من ${maxMarksInRow} من علامات التشكيل أو المحارف غير المرئية المتتالية. احذف الزائد منها.`,
    en: ({ name }) =>
      `${name} holds more than ${maxMarksInRow} combining marks or invisible characters in a row. Take the extra ones out.`,
  },
  outOfRange: {
    code: INVALID,
    ar: ({ name, limit }) => `${name} عدد صحيح من 1 إلى ${limit}.`,
    en: ({ name, limit }) => `${name} is a whole number from 1 to ${limit}.`,
  },
  localeForm: {
    code: INVALID,
    ar: () => 'ليس هذا رمز لغة صحيحًا وفق BCP 47. مثال صحيح: ar أو ar-EG.',
    en: () => 'This is not a language tag by BCP 47, such as ar or ar-EG.',
  },
  slugForm: {
    code: INVALID,
    ar: ({ suggestion }) =>
      `لا يصلح هذا جزءًا من رابط: لا مسافات فيه ولا / \\ ? # %، وفيه حرف أو رقم على الأقل. يصلح مثلًا: ${suggestion}.`,
    en: ({ suggestion }) =>
      `This cannot be part of an address: it takes no white space and no / \\ ? # %, and needs a letter or digit. This would do: ${suggestion}.`,
  },
  slugNotMade: {
    code: REQUIRED,
    ar: () => 'ليس في العنوان حرف أو رقم يُشتق منه جزء الرابط. اذكره في slug، مثل storm-2024.',
    en: () =>
      'The title has no letter or digit to make a slug from. State one, such as storm-2024.',
  },
  tagForm: {
    code: INVALID,
    ar: () => 'لا بد في اسم الوسم من حرف أو رقم على الأقل.',
    en: () => 'A tag’s name needs a letter or digit.',
  },
  urlForm: {
    code: INVALID,
    ar: () =>
      `ليس هذا عنوان ويب صحيحًا: يبدأ بـ http أو https، بلا مسافات ولا اسم مستخدم، مثل https://pictures.example/storm.jpg، ولا يتجاوز ${maxUrlLength} محرفًا.`,
    en: () =>
      `This is not a web address: it begins with http or https, holds no white space and no user name, such as https://pictures.example/storm.jpg, and has at most ${maxUrlLength} characters.`,
  },
  keyUnusable: {
    code: INVALID,
    ar: () =>
      `يجب أن يكون مفتاح التكرار من محرف واحد إلى ${maxIdempotencyKeyLength} محرف بلا محارف تحكم ولا أنصاف محارف.`,
    en: () =>
      `An idempotency key is 1 to ${maxIdempotencyKeyLength} characters without control characters or lone surrogates.`,
  },
  bodyMissing: {
    code: REQUIRED,
    ar: () => 'لا بد من نص لقسم بلا عنوان ولا صور.',
    en: () => 'A section without a heading or images needs a text.',
  },
  bodyHtml: {
    code: INVALID,
    ar: ({ line }) =>
      `في السطر ${line} من النص HTML، وهو غير مسموح به. اكتب النص بصيغة CommonMark.`,
    en: ({ line }) => `Line ${line} of the text holds raw HTML. Write CommonMark instead.`,
  },
  bodyImage: {
    code: INVALID,
    ar: ({ line }) => `في السطر ${line} من النص صورة. استعمل الحقل \`images\` للصور.`,
    en: ({ line }) => `Line ${line} of the text holds an image: use \`images\`.`,
  },
  bodyNesting: {
    code: INVALID,
    ar: ({ line }) =>
      `في السطر ${line} من النص قوائم أو اقتباسات متداخلة أعمق مما يُعرض. الحد ${maxBodyNesting}، وكل قائمة باثنين.`,
    en: ({ line }) =>
      `Line ${line} of the text nests lists or quotations too deep: at most ${maxBodyNesting}, where a list counts twice.`,
  },
  bodyLines: {
    code: TOO_LONG,
    ar: () => `أسطر النص أكثر من ${maxBodyLines}. وزّعه على أقسام.`,
    en: () => `The text has more than ${maxBodyLines} lines. Split it into sections.`,
  },
  bodyMarkup: {
    code: TOO_LONG,
    ar: () => `في النص أكثر من ${maxBodyMarkup} من محارف الترميز مثل * _ [ ] \`. وزّعه على أقسام.`,
    en: () =>
      `The text has more than ${maxBodyMarkup} characters of markup, such as * _ [ ] \`. Split it into sections.`,
  },
  bodyLinkLength: {
    code: TOO_LONG,
    ar: () => `عناوين الروابط في النص أطول مجتمعة من ${maxBodyLinkLength} محرف.`,
    en: () => `The addresses of the text’s links have more than ${maxBodyLinkLength} characters.`,
  },
  contentTooLarge: {
    code: TOO_LONG,
    ar: () => `نصوص المقال مجتمعة أكبر من ${maxContentBytes} بايت بترميز UTF-8.`,
    en: () => `The texts of the article come to more than ${maxContentBytes} bytes of UTF-8.`,
  },
  imageEmpty: {
    code: REQUIRED,
    ar: () => 'لا بد للصورة من fileId أو url أو alt أو caption.',
    en: () => 'An image needs a `fileId`, a `url`, an `alt` or a `caption`.',
  },
  sectionUnknown: {
    code: NOT_FOUND,
    ar: () => 'ليس في هذا المقال قسم بهذا المعرّف. احذف id ليُضاف قسم جديد.',
    en: () => 'This article has no section with this id. Leave `id` out to add a new one.',
  },
  imageUnknown: {
    code: NOT_FOUND,
    ar: () => 'ليس في هذا المقال صورة بهذا المعرّف. احذف id لتُضاف صورة جديدة.',
    en: () => 'This article has no image with this id. Leave `id` out to add a new one.',
  },
  fileUnknown: {
    code: NOT_FOUND,
    ar: () => 'لا توجد صورة بهذا المعرّف. خذ المعرّف من imageFiles أو من POST /files.',
    en: () =>
      'There is no picture file of this id. Take the id from imageFiles or from POST /files.',
  },
  idTwice: {
    code: DUPLICATE,
    ar: () => 'ورد هذا المعرّف من قبل في المدخلات نفسها. لكل قسم وكل صورة موضع واحد.',
    en: () => 'This id stands in the input already. A section or image has one place.',
  },
  imageElsewhere: {
    code: DUPLICATE,
    ar: () =>
      'تبقى هذه الصورة حيث كانت، إذ لم يُرسل موضعها القديم. أرسل صور ذلك القسم أو leadImage من دونها لتنقلها.',
    en: () =>
      'This image stays where it was, as its former place was not sent. To move it, send the `images` of that section, or `leadImage`, without it.',
  },
} as const satisfies Record<string, FaultText>;

/** A fault as the caller reads it, in the caller's language. */
export function toUserError(fault: ArticleFault, language: Language): UserError {
  const { kind, path, limit = 0, line, suggestion = '' } = fault;
  const { code, [language]: write }: FaultText = faults[kind];
  const name = nameOfField(path, language);
  const message = write({ name, limit, line: line ?? 1, suggestion });
  return Object.assign(new UserError(), { code, field: [...path], message });
}

/** The form of a counted noun: one for hundreds, one for 11 to 99 (of the last two digits). */
function counted(count: number, ofHundreds: string, ofTens: string): string {
  return count % 100 === 0 ? ofHundreds : ofTens;
}
