import { createReadStream, type ReadStream, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import {
  type CommentImportReport,
  importComments,
  type SendComment,
} from '../features/comment-import';
import { type DecodedLine, MalformedUtf8, splitLines } from '../lib/utf8';
import { systemClock } from '../platform/clock';
import { print, withContent } from './command-context';
import { createOwnSender, createRemoteSender } from './comment-senders';
import { CommandFailed, exitCodes } from './failure';
import { openImportProgress, writeBar } from './import-progress';

interface ImportOptions {
  readonly article?: string;
  readonly url?: string;
  readonly allowMissingEmail?: true;
  readonly restart?: true;
  readonly json?: true;
}

/** `maqal comments` */
export function addComments(program: Command): void {
  const comments = program.command('comments').description('readers’ comments in bulk');
  comments
    .command('import')
    .description(
      'add comments from a JSON Lines file; the same file again adds nothing, and a run that was stopped goes on where it was',
    )
    .argument(
      '<file>',
      'a line is an AddCommentInput; createdAt, status and parentKey (the idempotencyKey of the line it replies to) carry the past',
    )
    .option('--article <id>', 'the article of lines that name none')
    .option(
      '--url <url>',
      'send to this API with the EDITOR token in MAQAL_TOKEN; lines with createdAt, status or no e-mail address are refused there (default: write to the configured database)',
      readAddress,
    )
    .option(
      '--allow-missing-email',
      'take lines of guests who left no e-mail address; not with --url',
    )
    .option('--restart', 'begin at the first line, whatever an earlier run did')
    .option('--json', 'print one JSON object')
    .action(async (file: string, options: ImportOptions, command: Command) => {
      if (file === '-') {
        command.error(
          'error: comments are imported from a file, in which a run that was stopped goes on: write standard input to one first',
        );
      }
      const { size } = await readFileStatus(file);
      const report = await withSender(options, (sender) =>
        importFile({ file, size }, options, sender),
      ).catch((error: unknown) => {
        if (!(error instanceof MalformedUtf8)) throw error;
        throw new CommandFailed(`${file} cannot be read: ${error.message}`);
      });
      print(options.json === true ? JSON.stringify(report, null, 2) : describe(report));
      if (report.refused.length > 0) process.exitCode = exitCodes.refused;
    });
  comments
    .command('sweep')
    .description(
      'delete held comments older than PENDING_RETENTION_DAYS and refused ones older than REJECTED_RETENTION_DAYS (`serve` does so too)',
    )
    .action(async () => {
      const { deletedComments, forgottenAddresses } = await withContent(({ features }) =>
        features.commenterPrivacy.retention.sweep(),
      );
      print(
        `Deleted ${deletedComments} held or refused comments, forgot ${forgottenAddresses} addresses`,
      );
    });
}

function readAddress(text: string): string {
  if (/^https?:/.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('Wanted an address such as http://localhost:4000/graphql.');
}

function withSender<Result>(
  { url }: ImportOptions,
  work: (sender: Sender) => Promise<Result>,
): Promise<Result> {
  if (url === undefined) {
    return withContent((content) =>
      work({
        send: createOwnSender(content),
        findByKey: (key) => content.features.comments.service.findIdByKey(key),
      }),
    );
  }
  const token = process.env['MAQAL_TOKEN'] ?? null;
  // A service does not say which comment a key stands for: only this run's lines are known.
  return work({ send: createRemoteSender({ url, token }), findByKey: () => Promise.resolve(null) });
}

interface Sender {
  readonly send: SendComment;
  readonly findByKey: (key: string) => Promise<string | null>;
}

async function importFile(
  { file, size }: { readonly file: string; readonly size: number },
  { article, restart, allowMissingEmail }: ImportOptions,
  { send, findByKey }: Sender,
): Promise<CommentImportReport> {
  const progress = await openImportProgress(file, restart === true);
  const stream = createReadStream(file);
  const report = await importComments(readLines(stream, file), send, {
    articleId: article ?? null,
    allowsMissingEmail: allowMissingEmail === true,
    now: systemClock.now(),
    findByKey,
    doneLines: progress.doneLines,
    onProgress: async (lineCount) => {
      draw(stream, size, lineCount);
      if (lineCount > progress.doneLines) await progress.save(lineCount);
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  await progress.finish();
  return report;
}

/** Errors: CommandFailed where it is no file; the system's where there is none. */
async function readFileStatus(file: string): Promise<Stats> {
  const status = await stat(file);
  if (!status.isFile()) throw new CommandFailed(`${file} is not a file.`);
  return status;
}

/** Units: bytes. A comment of the longest body, escaped character by character, fits ten times. */
const maxLineBytes = 1024 * 1024;

async function* readLines(stream: ReadStream, file: string): AsyncGenerator<DecodedLine> {
  for await (const line of splitLines(stream, { maxLineBytes })) {
    yield typeof line === 'string' ? line : { fault: `${file} cannot be read here: ${line.fault}` };
  }
}

/** On a terminal only: a log would fill with it. */
function draw({ bytesRead }: ReadStream, size: number, lineCount: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r${writeBar(size === 0 ? 1 : bytesRead / size, `${lineCount} lines`)}`);
}

function describe(report: CommentImportReport): string {
  const { addedCount, knownCount, skippedCount, refused } = report;
  const head = `Added ${addedCount}, there already ${knownCount + skippedCount}, refused ${refused.length}`;
  const lines = refused.map(({ line, reasons }) => `  line ${line}: ${reasons.join(' ')}`);
  return [head, ...lines].join('\n');
}
