/**
 * Adds comments from a JSON Lines file, safely: stop it, run it again, and nothing is added twice.
 *
 *   npx tsx examples/add-comments.ts examples/comments.jsonl --article <article id>
 *
 * A line is an `AddCommentInput`; `articleId` may be left to --article, and a line without an
 * `idempotencyKey` gets one that is made from the line itself.
 *
 * A busy service is given the time that it asks for with Retry-After. A line that could not be
 * delivered within --patience seconds (900) is "not sent": run the script again for it.
 *
 * Exit code: 0 all lines are there, 1 some were refused, 2 wrong use, 3 some were not sent.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { print } from 'graphql';
import {
  AddCommentDocument,
  type AddCommentInput,
  type AddCommentMutation,
} from './generated/operations';

type Line = Omit<AddCommentInput, 'articleId'> & { readonly articleId?: string };

/** A line that was not added, and why. */
interface Failure {
  readonly line: number;
  readonly outcome: 'refused' | 'not sent';
  readonly reasons: readonly string[];
}

const firstDelayMs = 250;
const maxDelayMs = 10_000;
const requestTimeoutMs = 30_000;
/** Lines in flight at once: the service writes those that wait together in one transaction. */
const concurrency = 16;
const document = print(AddCommentDocument);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: 'http://localhost:4000/graphql' },
    article: { type: 'string' },
    language: { type: 'string', default: 'en' },
    patience: { type: 'string', default: '900' },
  },
});

/** What a retry can mend: the network, a busy or stopping service; never a refusal. */
class Passing extends Error {
  constructor(
    message: string,
    /** What the service asks for; null where it asks for nothing. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(message);
  }
}

/** Until then the service has asked to be left alone, by all lines in flight. */
let resumeAt = 0;

async function send(input: AddCommentInput): Promise<AddCommentMutation['addComment']> {
  let response: Response;
  try {
    response = await fetch(values.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': values.language },
      body: JSON.stringify({ query: document, variables: { input } }),
      signal: AbortSignal.timeout(requestTimeoutMs),
    });
  } catch (error) {
    throw new Passing(error instanceof Error ? error.message : String(error));
  }
  if (response.status === 429 || response.status >= 500) {
    const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
    const retryAfterMs = Number.isFinite(retryAfter) ? retryAfter * 1_000 : null;
    throw new Passing(`HTTP ${response.status}`, retryAfterMs);
  }
  const { data, errors } = (await response.json()) as {
    data?: AddCommentMutation | null;
    errors?: readonly { message: string }[];
  };
  if (errors !== undefined || data === null || data === undefined) {
    throw new Error(errors?.map(({ message }) => message).join('; ') ?? 'No data');
  }
  return data.addComment;
}

async function sendWithRetries(input: AddCommentInput): Promise<AddCommentMutation['addComment']> {
  const giveUpAt = Date.now() + Number(values.patience) * 1_000;
  let delayMs = firstDelayMs;
  for (;;) {
    try {
      await wait(Math.max(0, resumeAt - Date.now()));
      return await send(input);
    } catch (error) {
      if (!(error instanceof Passing)) throw error;
      // A random part, so that many scripts do not come back at once.
      const pauseMs = (error.retryAfterMs ?? delayMs) + firstDelayMs * Math.random();
      if (Date.now() + pauseMs > giveUpAt) throw error;
      if (error.retryAfterMs === null) {
        await wait(pauseMs);
        delayMs = Math.min(maxDelayMs, delayMs * 2);
      } else resumeAt = Math.max(resumeAt, Date.now() + pauseMs);
    }
  }
}

function toInput(text: string): AddCommentInput {
  const line = JSON.parse(text) as Line;
  const articleId = line.articleId ?? values.article;
  if (articleId === undefined) throw new Error('no articleId in the line, and no --article');
  const key = createHash('sha256').update(`${articleId}\n${text}`).digest('hex');
  return { idempotencyKey: key, ...line, articleId };
}

/** The lines of a file, each as its bytes: a line that is not UTF-8 then spoils no other. */
async function* readLines(file: string): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      yield rest.subarray(0, end);
      rest = rest.subarray(end + 1);
    }
  }
  if (rest.length > 0) yield rest;
}

/** Without a byte-order mark. Errors: where the line is in another encoding, such as Windows-1256. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r$/, '');
  } catch {
    throw new Error('the line is not UTF-8: save the file as UTF-8');
  }
}

/** Shape: null where the line is there now. */
async function addLine(bytes: Buffer, line: number): Promise<Failure | null> {
  try {
    const { userErrors } = await sendWithRetries(toInput(decode(bytes)));
    if (userErrors.length === 0) return null;
    const reasons = userErrors.map(
      ({ code, field, message }) => `${field.join('.')} ${code}: ${message}`,
    );
    return { line, outcome: 'refused', reasons };
  } catch (error) {
    const reasons = [error instanceof Error ? error.message : String(error)];
    return { line, outcome: error instanceof Passing ? 'not sent' : 'refused', reasons };
  }
}

async function run(file: string): Promise<number> {
  const failures: Failure[] = [];
  const running = new Set<Promise<void>>();
  let lineNumber = 0;
  let addedCount = 0;
  for await (const bytes of readLines(file)) {
    lineNumber += 1;
    if (bytes.toString('latin1').trim() === '') continue;
    const line = lineNumber;
    const work = addLine(bytes, line).then((failure) => {
      if (failure === null) addedCount += 1;
      else failures.push(failure);
      if (process.stderr.isTTY) process.stderr.write(`\r${addedCount} added, line ${line}`);
      running.delete(work);
    });
    running.add(work);
    if (running.size >= concurrency) await Promise.race(running);
  }
  await Promise.all(running);
  if (process.stderr.isTTY) process.stderr.write('\n');
  for (const { line, outcome, reasons } of failures.sort((one, other) => one.line - other.line)) {
    console.error(`line ${line}: ${outcome}: ${reasons.join('; ')}`);
  }
  const countOf = (wanted: Failure['outcome']) =>
    failures.filter(({ outcome }) => outcome === wanted).length;
  const unsent = countOf('not sent');
  console.log(
    `${addedCount} added or there already, ${countOf('refused')} refused, ${unsent} not sent`,
  );
  if (unsent > 0) console.error('Run the same command again: nothing is added twice.');
  return unsent > 0 ? 3 : failures.length > 0 ? 1 : 0;
}

const [file] = positionals;
if (file === undefined) {
  console.error(
    'Usage: add-comments.ts FILE.jsonl [--article ID] [--url URL] [--language ar|en] [--patience SECONDS]',
  );
  process.exitCode = 2;
} else {
  void run(file).then((code) => {
    process.exitCode = code;
  });
}
