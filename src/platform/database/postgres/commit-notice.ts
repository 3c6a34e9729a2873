import { z } from 'zod';

/** What one commit changed, as instances tell it each other. */
export interface CommitNotice {
  /** The name of the database object that committed. */
  readonly from: string;
  /** Null where the tags do not fit into one notice: anything may have changed. */
  readonly tags: readonly string[] | null;
}

/** Units: bytes; PostgreSQL takes less than 8000. */
const maxNoticeBytes = 7_500;

/** An event carries facts as a JSON object of texts behind its name. */
const eventTag = z
  .string()
  .regex(/^event:\S+ \{/)
  .refine((tag) => eventFacts.safeParse(readJson(tag.slice(tag.indexOf(' ')))).success);
const eventFacts = z.record(z.string(), z.string());
const plainTag = z.string().regex(/^(?!event:)/);

const notice = z.strictObject({
  from: z.string().min(1),
  tags: z.array(z.union([plainTag, eventTag])).nullable(),
});

/** Writes a notice that PostgreSQL takes, without the tags where there are too many of them. */
export function writeNotice({ from, tags }: CommitNotice): string {
  const whole = JSON.stringify({ from, tags });
  if (Buffer.byteLength(whole) <= maxNoticeBytes) return whole;
  return JSON.stringify({ from, tags: null });
}

/**
 * Reads a notice. Every role that may connect can send one, and another version may write another
 * form: null for whatever is not a notice of this form, which then counts as an unknown change.
 */
export function readNotice(payload: string | undefined): CommitNotice | null {
  const result = notice.safeParse(readJson(payload ?? ''));
  return result.success ? result.data : null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
