import type { DecodedLine } from '../../lib/utf8';
import type { PastFacts } from '../comment';
import type { AddCommentInput } from '../submission';
import { type CommentLine, CommentLineReader } from './comment-line';

/** What became of one comment that was sent. */
export interface SendOutcome {
  /** False for one that was there already, by its idempotency key. */
  readonly isNew: boolean;
  /** Empty where the comment stands. */
  readonly reasons: readonly string[];
  /** The comment that stands, where the sender knows it: lines that reply to it name its key. */
  readonly commentId?: string | null;
}

/** Takes comments one by one. Shape: `past` is null for a comment that is added as a new one. */
export type SendComment = (input: AddCommentInput, past: PastFacts | null) => Promise<SendOutcome>;

/** A line that was not added. */
export interface RefusedLine {
  /** From 1. */
  readonly line: number;
  readonly reasons: readonly string[];
}

/** What became of a file. */
export interface CommentImportReport {
  readonly lineCount: number;
  readonly addedCount: number;
  readonly knownCount: number;
  readonly skippedCount: number;
  readonly refused: readonly RefusedLine[];
}

/** How a file is imported. */
export interface CommentImportOptions {
  /** For lines that name no article. */
  readonly articleId: string | null;
  /** Lines that an earlier run is done with. */
  readonly doneLines: number;
  /** Told after each batch: all lines up to this one are done. */
  readonly onProgress: (lineCount: number) => Promise<void>;
  /** Whether lines may have no e-mail address; default: no. */
  readonly allowsMissingEmail?: boolean;
  /** No line is of a later instant; default: any may be. */
  readonly now?: Date;
  /** The comment that an earlier run added under a key; default: none is known. */
  readonly findByKey?: (key: string) => Promise<string | null>;
}

/** Lines in flight at once: the service writes those that wait together in one transaction. */
const batchSize = 64;

const unknownParent = 'parentKey: no line of the file and no earlier comment has this key';
const refusedParent = 'parentKey: the line with this key was refused';

/**
 * Sends comments from lines, in the file's order a batch at a time; blank lines are left out.
 *
 * A line that names its parent's key is sent once that comment stands, wherever its line is in the
 * file. A line that could not be decoded is refused like one that is no comment. The same file again adds nothing, and a run that was stopped goes on where it was.
 * Errors: whatever `send` throws: the lines up to the last progress are done.
 */
export async function importComments(
  lines: AsyncIterable<DecodedLine> | Iterable<DecodedLine>,
  send: SendComment,
  options: CommentImportOptions,
): Promise<CommentImportReport> {
  const run = new CommentImport(send, options);
  for await (const text of lines) await run.take(text);
  return run.finish();
}

/** A line that is to be sent. */
interface NumberedLine extends CommentLine {
  readonly number: number;
}

/** One run through a file. */
class CommentImport {
  private readonly reader: CommentLineReader;
  private readonly report = { lineCount: 0, addedCount: 0, knownCount: 0, skippedCount: 0 };
  private readonly refused: RefusedLine[] = [];
  /** The comments of lines by their own keys; null for one that was refused. */
  private readonly commentIds = new Map<string, Promise<string | null>>();
  /** Lines whose parents have not come yet, in the file's order. */
  private waiting: NumberedLine[] = [];
  private batch: Promise<unknown>[] = [];

  constructor(
    private readonly send: SendComment,
    private readonly options: CommentImportOptions,
  ) {
    const { articleId, allowsMissingEmail = false, now = null } = options;
    this.reader = new CommentLineReader({ articleId, allowsMissingEmail, now });
  }

  /** Takes the next line. */
  async take(text: DecodedLine): Promise<void> {
    const number = (this.report.lineCount += 1);
    if (typeof text === 'string' && text.trim() === '') return;
    const read = typeof text === 'string' ? this.reader.read(text) : { reasons: [text.fault] };
    if (number <= this.options.doneLines) this.report.skippedCount += 1;
    else if ('reasons' in read) this.refused.push({ line: number, reasons: read.reasons });
    else await this.sendOrWait({ ...read.line, number });
    if (this.batch.length >= batchSize) await this.finishBatch();
  }

  /** Sends what waited; resolves when everything is done. */
  async finish(): Promise<CommentImportReport> {
    let waitingBefore = Number.POSITIVE_INFINITY;
    while (this.waiting.length > 0 && this.waiting.length < waitingBefore) {
      waitingBefore = this.waiting.length;
      const lines = this.waiting;
      this.waiting = [];
      for (const line of lines) {
        await this.sendOrWait(line);
        if (this.batch.length >= batchSize) await this.finishBatch();
      }
    }
    for (const { number } of this.waiting) {
      this.refused.push({ line: number, reasons: [unknownParent] });
    }
    this.waiting = [];
    await this.finishBatch();
    this.refused.sort((one, other) => one.line - other.line);
    return { ...this.report, refused: this.refused };
  }

  private async finishBatch(): Promise<void> {
    await Promise.all(this.batch);
    this.batch = [];
    // A run that goes on later has to begin with the first line that waits.
    const firstWaiting = this.waiting[0]?.number ?? Number.POSITIVE_INFINITY;
    await this.options.onProgress(Math.min(this.report.lineCount, firstWaiting - 1));
  }

  private async sendOrWait(line: NumberedLine): Promise<void> {
    const parent = await this.findParent(line);
    if (parent === undefined) {
      this.waiting.push(line);
      return;
    }
    const sent = this.sendBelow(line, parent);
    // Whether it failed is asked when the batch is done; until then a failure is nobody's.
    sent.catch(() => undefined);
    this.batch.push(sent);
    const key = line.input.idempotencyKey;
    // A line that fails as a whole fails the batch; who waits for its comment waits for that too.
    if (line.hasOwnKey && key) this.commentIds.set(key, sent);
  }

  /** The id of the parent, once it stands; undefined where its line has not come yet. */
  private async findParent({
    parentKey,
    input,
  }: NumberedLine): Promise<{ readonly id: Promise<string | null> } | undefined> {
    if (parentKey === null) return { id: Promise.resolve(input.parentId ?? null) };
    const sent = this.commentIds.get(parentKey);
    if (sent !== undefined) return { id: sent };
    const earlier = (await this.options.findByKey?.(parentKey)) ?? null;
    return earlier === null ? undefined : { id: Promise.resolve(earlier) };
  }

  private async sendBelow(
    { input, past, parentKey, number }: NumberedLine,
    parent: { readonly id: Promise<string | null> },
  ): Promise<string | null> {
    const parentId = await parent.id;
    if (parentKey !== null && parentId === null) {
      this.refused.push({ line: number, reasons: [refusedParent] });
      return null;
    }
    input.parentId = parentId;
    const outcome = await this.send(input, past);
    if (outcome.reasons.length > 0) {
      this.refused.push({ line: number, reasons: outcome.reasons });
      return null;
    }
    if (outcome.isNew) this.report.addedCount += 1;
    else this.report.knownCount += 1;
    return outcome.commentId ?? null;
  }
}
