/**
 * Adds comments from a JSON Lines file, safely: stop it, run it again, and nothing is added twice.
 *
 *   npx tsx examples/add-comments.ts examples/comments.jsonl --article <article id>
 *
 * A line is an `AddCommentInput`; `articleId` may be left to --article, and a line without an
 * `idempotencyKey` gets one that is made from the line itself.
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
interface Refusal {
  readonly line: number;
  readonly reasons: readonly string[];
}

const maxAttempts = 6;
const firstDelayMs = 250;
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
  },
});

/** What a retry can mend: the network, a busy or stopping service; never a refusal. */
class Passing extends Error {}

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
    throw new Passing(`HTTP ${response.status}`);
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
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send(input);
    } catch (error) {
      if (!(error instanceof Passing) || attempt === maxAttempts) throw error;
      // Doubled each time, with a random part so that many scripts do not come back at once.
      await wait(firstDelayMs * 2 ** (attempt - 1) * (0.5 + Math.random()));
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

async function addLine(bytes: Buffer): Promise<readonly string[]> {
  try {
    const { userErrors } = await sendWithRetries(toInput(decode(bytes)));
    return userErrors.map(({ code, field, message }) => `${field.join('.')} ${code}: ${message}`);
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

async function run(file: string): Promise<number> {
  const refusals: Refusal[] = [];
  const running = new Set<Promise<void>>();
  let lineNumber = 0;
  let addedCount = 0;
  for await (const bytes of readLines(file)) {
    lineNumber += 1;
    if (bytes.toString('latin1').trim() === '') continue;
    const line = lineNumber;
    const work = addLine(bytes).then((reasons) => {
      if (reasons.length > 0) refusals.push({ line, reasons });
      else addedCount += 1;
      if (process.stderr.isTTY) process.stderr.write(`\r${addedCount} added, line ${line}`);
      running.delete(work);
    });
    running.add(work);
    if (running.size >= concurrency) await Promise.race(running);
  }
  await Promise.all(running);
  if (process.stderr.isTTY) process.stderr.write('\n');
  for (const { line, reasons } of refusals.sort((one, other) => one.line - other.line)) {
    console.error(`line ${line}: ${reasons.join('; ')}`);
  }
  console.log(`${addedCount} added or there already, ${refusals.length} refused`);
  return refusals.length === 0 ? 0 : 1;
}

const [file] = positionals;
if (file === undefined) {
  console.error('Usage: add-comments.ts FILE.jsonl [--article ID] [--url URL] [--language ar|en]');
  process.exitCode = 2;
} else {
  void run(file).then((code) => {
    process.exitCode = code;
  });
}
