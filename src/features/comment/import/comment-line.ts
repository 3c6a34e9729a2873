import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AddCommentInput } from '../comment.input';

/** One line of a JSON Lines file: an `AddCommentInput`, whose article may be said beside it. */
const lineSchema = z.strictObject({
  articleId: z.string().optional(),
  parentId: z.string().nullish(),
  authorName: z.string(),
  authorEmail: z.string(),
  body: z.string(),
  idempotencyKey: z.string().nullish(),
  receipt: z.string().nullish(),
});

/** A line that can be sent, or why it cannot. */
export type ReadLine = { readonly input: AddCommentInput } | { readonly reasons: string[] };

/**
 * Reads lines; one without an `idempotencyKey` gets one that is made from the line and from how
 * often the same one came before, so that the same file again adds nothing.
 */
export class CommentLineReader {
  private readonly seen = new Map<string, number>();

  /** Shape: `articleId` for lines that name none. */
  constructor(private readonly articleId: string | null) {}

  /** Reads the next line of the file; every line has to pass, in order. */
  read(text: string): ReadLine {
    const key = this.makeKey(text);
    const json = readJson(text);
    if (json === undefined) return { reasons: ['The line is not JSON'] };
    const parsed = lineSchema.safeParse(json);
    if (!parsed.success) {
      const reasons = parsed.error.issues.map(({ path, message }) =>
        path.length === 0 ? message : `${path.join('.')}: ${message}`,
      );
      return { reasons };
    }
    const articleId = parsed.data.articleId ?? this.articleId;
    if (articleId === null) return { reasons: ['articleId: missing, and --article was not given'] };
    const idempotencyKey = parsed.data.idempotencyKey ?? key;
    const { parentId = null, receipt = null, ...texts } = parsed.data;
    return { input: { ...texts, parentId, receipt, articleId, idempotencyKey } };
  }

  private makeKey(text: string): string {
    const hash = createHash('sha256')
      .update(`${this.articleId ?? ''} ${text}`)
      .digest('base64url');
    const number = (this.seen.get(hash) ?? 0) + 1;
    this.seen.set(hash, number);
    return `import:${hash}:${number}`;
  }
}

/** Shape: undefined, which no JSON text stands for, where the text is none. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
