import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { hasControlCharacters, normalizeText } from '../../lib/text';

/** The file of a picture that the page tells of. */
export interface PictureFact {
  /** Below the folder of the page. */
  readonly file: string;
  /** What the file shows; the page's own words where it is left out. */
  readonly alt?: string | undefined;
}

/** What a page's text does not say of itself. */
export interface PageFacts {
  /** The source key: identifies the page among all imports, whatever its file is called. */
  readonly source?: string | undefined;
  readonly slug?: string | undefined;
  readonly locale?: string | undefined;
  readonly publishedAt?: Date | undefined;
  /** Files for the page's pictures, in their order; null where there is none. */
  readonly pictures?: readonly (PictureFact | null)[] | undefined;
}

/** The longest source key, in UTF-16 code units: PostgreSQL indexes up to 2704 bytes. */
export const sourceKeyMaxLength = 800;

/** What a source key has to be, for messages. */
export const sourceKeyRule = `one line of 1 to ${sourceKeyMaxLength} characters`;

/** The longest slug that a facts file may choose. Units: UTF-16 code units. */
const slugMaxLength = 500;

/** Pictures that a facts file may name, and how long each text may be, in UTF-16 code units. */
const maxPictures = 200;
const maxPathLength = 500;
const maxAltLength = 1_000;

const picture = z.strictObject({
  file: z
    .string()
    .min(1)
    .max(maxPathLength)
    .refine(isBelow, 'wanted a file in the folder of the page or below it'),
  alt: z.string().min(1).max(maxAltLength).transform(normalizeText).optional(),
});

const shape = z.strictObject({
  source: z.string().refine(isSourceKey, `wanted ${sourceKeyRule}`).optional(),
  slug: z.string().min(1).max(slugMaxLength).optional(),
  locale: z.string().refine(isLocale, 'wanted a language tag such as ar').optional(),
  publishedAt: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional(),
  pictures: z.array(picture.nullable()).max(maxPictures).optional(),
  // Why the facts are what they are: for people.
  slugReason: z.string().optional(),
  localeReason: z.string().optional(),
  publishedAtReason: z.string().optional(),
  picturesReason: z.string().optional(),
});

/**
 * Reads a facts file's text.
 * Errors: an Error that lists every fault of the file.
 */
export function readFacts(json: string): PageFacts {
  const result = shape.safeParse(parseJson(json));
  if (result.success) return result.data;
  throw new Error(
    result.error.issues
      .map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`)
      .join('; '),
  );
}

/** Whether a text can identify a page. */
export function isSourceKey(text: string): boolean {
  if (text.length > sourceKeyMaxLength || hasControlCharacters(text)) return false;
  return normalizeText(text) !== '';
}

/** Whether a text is a BCP 47 language tag. */
export function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

function isBelow(path: string): boolean {
  return !isAbsolute(path) && !path.includes('\\') && !path.split('/').includes('..');
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Error('the file is not valid JSON');
  }
}
