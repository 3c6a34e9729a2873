import type { Language } from '../../../platform/request';
import { TooLarge, UnsupportedType } from '../media.errors';
import type { PictureRefusal } from '../renditions/picture-jobs';

/** Units: bytes of a picture. */
export const maxFileBytes = 25 * 1_024 * 1_024;
/** Units: pixels of a picture. */
export const maxPixels = 50_000_000;

/** What can be wrong with a file that is sent. */
export type IntakeFault = PictureRefusal | 'empty' | 'tooManyBytes' | 'unknownType' | 'otherType';

/** What a message names. */
export interface FaultFacts {
  /** What the file is by its bytes. */
  readonly found?: string | null;
  /** What it was announced as. */
  readonly declared?: string | null;
}

type Texts = (facts: FaultFacts) => Readonly<Record<Language, string>>;

const taken = 'JPEG, PNG, WebP, AVIF, GIF';

/** What to do about a type that people send and that is not taken. */
const advices: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'image/svg+xml': {
    ar: 'هذا رسم SVG، وقد يحمل تعليمات برمجية. صدّره بصيغة PNG ثم أرسله.',
    en: 'This is an SVG drawing, which may hold scripts. Export it as PNG and send that.',
  },
  'image/heic': {
    ar: 'هذه صورة HEIC، ولا تعرضها معظم المتصفحات. احفظها بصيغة JPEG ثم أرسلها.',
    en: 'This is a HEIC picture, which most browsers do not show. Save it as JPEG and send that.',
  },
  'image/tiff': {
    ar: 'هذه صورة TIFF. احفظها بصيغة JPEG أو PNG ثم أرسلها.',
    en: 'This is a TIFF picture. Save it as JPEG or PNG and send that.',
  },
  'image/bmp': {
    ar: 'هذه صورة BMP. احفظها بصيغة PNG ثم أرسلها.',
    en: 'This is a BMP picture. Save it as PNG and send that.',
  },
  'application/pdf': {
    ar: 'هذا ملف PDF. صدّر الصورة التي فيه بصيغة JPEG أو PNG ثم أرسلها.',
    en: 'This is a PDF. Export the picture in it as JPEG or PNG and send that.',
  },
};

const texts: Readonly<Record<IntakeFault, Texts>> = {
  empty: () => ({
    ar: `لا بايتات في الطلب. أرسل الصورة نفسها في جسم الطلب: ${taken}.`,
    en: `The request has no bytes. Send the picture itself as the body: ${taken}.`,
  }),
  unknownType: ({ found }) =>
    advices[found ?? ''] ?? {
      ar: `ليس هذا ملف صورة معروفًا. أرسل صورة بإحدى الصيغ: ${taken}.`,
      en: `This is no picture that is known. Send one of: ${taken}.`,
    },
  otherType: ({ found, declared }) => ({
    ar: `أُعلن الملف على أنه ${declared}، وبايتاته ${found}. أرسله مع Content-Type: ${found}.`,
    en: `The file was announced as ${declared}, but its bytes are ${found}. Send it with Content-Type: ${found}.`,
  }),
  unreadable: () => ({
    ar: 'لا يمكن قراءة الصورة كاملة: الملف ناقص أو معطوب. احفظها من جديد ثم أرسلها.',
    en: 'The picture cannot be read to its end: the file is cut off or broken. Save it again and send that.',
  }),
  tooManyBytes: () => ({
    ar: 'الملف أكبر من 25 ميغابايت (26214400 بايت). احفظ الصورة أصغر ثم أرسلها.',
    en: 'The file is larger than 25 MiB (26214400 bytes). Save the picture smaller and send that.',
  }),
  tooManyPixels: () => ({
    ar: 'في الصورة أكثر من 50 ميغابكسل، أو يزيد أحد ضلعيها على 16383 بكسل. صغّرها ثم أرسلها.',
    en: 'The picture has more than 50 megapixels, or a side of more than 16383 pixels. Scale it down and send that.',
  }),
  tooMuchMemory: () => ({
    ar: 'الصورة أكبر مما يُقرأ بهذه الصيغة. احفظها بصيغة JPEG أو PNG عادية (غير تدريجية) ثم أرسلها.',
    en: 'The picture is larger than this format is read: save it as a plain JPEG or PNG, neither progressive nor interlaced, and send that.',
  }),
};

const tooLarge: readonly IntakeFault[] = ['tooManyBytes', 'tooManyPixels', 'tooMuchMemory'];

/** The error that a caller reads of a fault, in the caller's language. */
export function toIntakeError(
  fault: IntakeFault,
  language: Language,
  facts: FaultFacts = {},
): UnsupportedType | TooLarge {
  const message = texts[fault](facts)[language];
  return tooLarge.includes(fault) ? new TooLarge(message) : new UnsupportedType(message);
}
