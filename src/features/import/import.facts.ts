import { z } from 'zod';

/** What a page's text does not say of itself. */
export interface PageFacts {
  readonly slug?: string | undefined;
  readonly locale?: string | undefined;
  readonly publishedAt?: Date | undefined;
}

const shape = z.strictObject({
  slug: z.string().min(1).optional(),
  locale: z.string().refine(isLocale, 'wanted a language tag such as ar').optional(),
  publishedAt: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional(),
  // Why the facts are what they are: for people.
  slugReason: z.string().optional(),
  localeReason: z.string().optional(),
  publishedAtReason: z.string().optional(),
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

/** Whether a text is a BCP 47 language tag. */
export function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Error('the file is not valid JSON');
  }
}
