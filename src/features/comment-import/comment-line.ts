import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PastFacts } from '../comment';
import { CommentStatus } from '../decision';
import type { AddCommentInput } from '../submission';

/** One line of a JSON Lines file: an `AddCommentInput`, with what became of it where it was before. */
const lineSchema = z.strictObject({
  articleId: z.string().optional(),
  parentId: z.string().nullish(),
  /** The `idempotencyKey` of the line that this one replies to. */
  parentKey: z.string().min(1).nullish(),
  authorName: z.string(),
  authorEmail: z.string().nullish(),
  body: z.string(),
  idempotencyKey: z.string().nullish(),
  receipt: z.string().nullish(),
  createdAt: z.iso
    .datetime({ offset: true, error: 'wanted an instant such as 2019-05-01T10:00:00Z' })
    .transform((text) => new Date(text))
    .nullish(),
  status: z.enum(CommentStatus).nullish(),
});
type Line = z.output<typeof lineSchema>;

/** A comment of a file. */
export interface CommentLine {
  readonly input: AddCommentInput;
  /** The key of the line above it; null where it names none. */
  readonly parentKey: string | null;
  /** Whether its key stands in the file, so that other lines may name it. */
  readonly hasOwnKey: boolean;
  /** Null for a line that says nothing of the past: it is added as a new comment. */
  readonly past: PastFacts | null;
}

/** A line that can be sent, or why it cannot. */
export type ReadLine = { readonly line: CommentLine } | { readonly reasons: string[] };

/** How lines are read. */
export interface LineOptions {
  /** For lines that name no article. */
  readonly articleId: string | null;
  /** Whether a line may have no e-mail address. */
  readonly allowsMissingEmail: boolean;
  /** No line is of a later instant; null where any may be. */
  readonly now: Date | null;
}

/**
 * Reads lines; one without an `idempotencyKey` gets one that is made from the line and from how
 * often the same one came before, so that the same file again adds nothing.
 */
export class CommentLineReader {
  private readonly seen = new Map<string, number>();

  constructor(private readonly options: LineOptions) {}

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
    const articleId = parsed.data.articleId ?? this.options.articleId;
    const reasons = [
      ...(articleId === null ? ['articleId: missing, and --article was not given'] : []),
      ...this.listFaults(parsed.data),
    ];
    if (articleId === null || reasons.length > 0) return { reasons };
    return { line: this.toLine(parsed.data, articleId, key) };
  }

  private listFaults({ parentId, parentKey, authorEmail, createdAt }: Line): string[] {
    const { allowsMissingEmail, now } = this.options;
    const faults: string[] = [];
    if (isGiven(parentId) && isGiven(parentKey)) {
      faults.push('parentKey: the line names its parent twice, here and in parentId');
    }
    if (!isGiven(authorEmail) && !allowsMissingEmail) {
      faults.push('authorEmail: missing; --allow-missing-email takes such lines');
    }
    if (isGiven(createdAt) && now !== null && createdAt.getTime() > now.getTime()) {
      faults.push('createdAt: lies in the future');
    }
    if (isGiven(createdAt) && createdAt.getTime() < 0) {
      faults.push('createdAt: lies before 1970');
    }
    return faults;
  }

  private toLine(line: Line, articleId: string, key: string): CommentLine {
    const { createdAt = null, status = null, parentKey = null, authorName, body } = line;
    const authorEmail = line.authorEmail ?? '';
    const isEmailOptional = authorEmail.trim() === '' && this.options.allowsMissingEmail;
    const isPast = createdAt !== null || status !== null || isEmailOptional;
    return {
      input: {
        articleId,
        parentId: line.parentId ?? null,
        authorName,
        authorEmail,
        body,
        idempotencyKey: line.idempotencyKey ?? key,
        receipt: line.receipt ?? null,
      },
      parentKey,
      hasOwnKey: isGiven(line.idempotencyKey),
      past: isPast ? { createdAt, status, isEmailOptional } : null,
    };
  }

  private makeKey(text: string): string {
    const hash = createHash('sha256')
      .update(`${this.options.articleId ?? ''} ${text}`)
      .digest('base64url');
    const number = (this.seen.get(hash) ?? 0) + 1;
    this.seen.set(hash, number);
    return `import:${hash}:${number}`;
  }
}

function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}

/** Shape: undefined, which no JSON text stands for, where the text is none. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
