import type { DecodedLine } from '../../../lib/utf8';
import type { AddCommentInput } from '../comment.input';
import { CommentLineReader } from './comment-line';

/** What became of one comment that was sent. */
export interface SendOutcome {
  /** False for one that was there already, by its idempotency key. */
  readonly isNew: boolean;
  /** Empty where the comment stands. */
  readonly reasons: readonly string[];
}

/** Takes comments one by one. */
export type SendComment = (input: AddCommentInput) => Promise<SendOutcome>;

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
}

/** Lines in flight at once: the service writes those that wait together in one transaction. */
const batchSize = 64;

/**
 * Sends comments from lines, in the file's order a batch at a time; blank lines are left out.
 *
 * A line that could not be decoded is refused like one that is no comment.
 * The same file again adds nothing, and a run that was stopped goes on where it was.
 * Errors: whatever `send` throws: the lines up to the last progress are done.
 */
export async function importComments(
  lines: AsyncIterable<DecodedLine> | Iterable<DecodedLine>,
  send: SendComment,
  { articleId, doneLines, onProgress }: CommentImportOptions,
): Promise<CommentImportReport> {
  const reader = new CommentLineReader(articleId);
  const report = { lineCount: 0, addedCount: 0, knownCount: 0, skippedCount: 0 };
  const refused: RefusedLine[] = [];
  let batch: Promise<void>[] = [];
  const finishBatch = async () => {
    await Promise.all(batch);
    batch = [];
    await onProgress(report.lineCount);
  };
  for await (const text of lines) {
    const line = (report.lineCount += 1);
    if (typeof text === 'string' && text.trim() === '') continue;
    const read = typeof text === 'string' ? reader.read(text) : { reasons: [text.fault] };
    if (line <= doneLines) report.skippedCount += 1;
    else if ('reasons' in read) refused.push({ line, reasons: read.reasons });
    else {
      batch.push(
        send(read.input).then(({ isNew, reasons }) => {
          if (reasons.length > 0) refused.push({ line, reasons });
          else if (isNew) report.addedCount += 1;
          else report.knownCount += 1;
        }),
      );
    }
    if (batch.length >= batchSize) await finishBatch();
  }
  await finishBatch();
  refused.sort((one, other) => one.line - other.line);
  return { ...report, refused };
}
