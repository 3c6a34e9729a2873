/**
 * Publishes an article from a file, safely: run it again, and nothing is created or published twice.
 *
 *   MAQAL_TOKEN=… npx tsx examples/publish-article.ts examples/article.md --at 2030-01-01T05:00:00Z
 *
 * A JSON file is a `CreateArticleInput`. In a Markdown file `# ` begins the headline and `## ` the
 * heading of a section. A file without an `idempotencyKey` gets one that is made from its text.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import {
  CreateArticleDocument,
  type CreateArticleInput,
  type CreateArticleMutation,
  PublishArticleDocument,
  type PublishArticleMutation,
  type UserError,
} from './generated/operations';

type Created = NonNullable<CreateArticleMutation['createArticle']['article']>;
type Conflict = NonNullable<PublishArticleMutation['publishArticle']['conflict']>;

const maxAttempts = 6;
const firstDelayMs = 250;
const requestTimeoutMs = 30_000;
/** The version of an article that nobody has touched since it was created. */
const firstVersion = 1;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: 'http://localhost:4000/graphql' },
    at: { type: 'string' },
    draft: { type: 'boolean', default: false },
    locale: { type: 'string', default: 'ar' },
    language: { type: 'string', default: 'en' },
  },
});

/** What a retry can mend: the network, a busy or stopping service; never a refusal. */
class Passing extends Error {}

async function send<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  let response: Response;
  try {
    response = await fetch(values.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': values.language,
        authorization: `Bearer ${process.env['MAQAL_TOKEN'] ?? ''}`,
      },
      body: JSON.stringify({ query: print(document), variables }),
      signal: AbortSignal.timeout(requestTimeoutMs),
    });
  } catch (error) {
    throw new Passing(error instanceof Error ? error.message : String(error));
  }
  if (response.status === 429 || response.status >= 500) {
    throw new Passing(`HTTP ${response.status}`);
  }
  const { data, errors } = (await response.json()) as {
    data?: Data | null;
    errors?: readonly { message: string }[];
  };
  if (errors !== undefined || data === null || data === undefined) {
    throw new Error(errors?.map(({ message }) => message).join('; ') ?? 'No data');
  }
  return data;
}

function readMarkdown(text: string): Pick<CreateArticleInput, 'title' | 'sections'> {
  let title = '';
  let isCode = false;
  const sections: { heading: string | null; lines: string[] }[] = [{ heading: null, lines: [] }];
  for (const line of text.split(/\r?\n/)) {
    if (/^(```|~~~)/.test(line)) isCode = !isCode;
    const [, marks, heading = ''] = (isCode ? null : /^(##?) +(.+)$/.exec(line)) ?? [];
    if (marks === '#' && title === '') title = heading.trim();
    else if (marks === '##') sections.push({ heading: heading.trim(), lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  const parts = sections.map(({ heading, lines }) => ({ heading, body: lines.join('\n').trim() }));
  return { title, sections: parts.filter(({ heading, body }) => heading !== null || body !== '') };
}

/** Errors: where the file is in another encoding, such as Windows-1256, or is not JSON. */
async function readInput(file: string): Promise<CreateArticleInput> {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  const idempotencyKey = createHash('sha256').update(`${values.locale}\n${text}`).digest('hex');
  const article = file.endsWith('.json')
    ? (JSON.parse(text) as CreateArticleInput)
    : readMarkdown(text);
  return { locale: values.locale, idempotencyKey, ...article };
}

function refuse(userErrors: readonly Pick<UserError, 'code' | 'field' | 'message'>[]): never {
  const reasons = userErrors.map(
    ({ code, field, message }) => `${field.join('.')} ${code}: ${message}`,
  );
  throw new Error(reasons.join('\n'));
}

function explain({ version, editedBy, editedAt, theirs }: Conflict): string {
  const who = editedBy ?? 'somebody';
  return `${who} came first: version ${version} of ${editedAt}, “${theirs.title}”. Nothing was published.`;
}

/** What an earlier run, or an earlier attempt of this one, has done is not done again. */
const isDone = ({ status }: Created) => status === 'PUBLISHED' || status === 'SCHEDULED';

const describe = ({ status, publishedAt, url }: Pick<Created, 'status' | 'publishedAt' | 'url'>) =>
  [status, publishedAt, url].filter((part) => part !== null).join(' ');

/** Publishes exactly what was created: the first version, or none where somebody has touched it. */
async function publish(created: Created): Promise<string> {
  const input = { id: created.id, version: firstVersion, at: values.at ?? null };
  const { publishArticle } = await send(PublishArticleDocument, { input });
  const { article, conflict, userErrors } = publishArticle;
  if (conflict !== null) throw new Error(explain(conflict));
  if (article === null) return refuse(userErrors);
  return describe(article);
}

async function createAndPublish(input: CreateArticleInput): Promise<string> {
  const { article, userErrors } = (await send(CreateArticleDocument, { input })).createArticle;
  if (article === null) return refuse(userErrors);
  if (values.draft || isDone(article)) return describe(article);
  return publish(article);
}

async function run(file: string): Promise<string> {
  const input = await readInput(file);
  // Both steps again: creating answers the article of the first attempt, wherever it now stands.
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await createAndPublish(input);
    } catch (error) {
      if (!(error instanceof Passing) || attempt === maxAttempts) throw error;
      await wait(firstDelayMs * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }
}

const [file] = positionals;
if (file === undefined) {
  console.error(
    'Usage: publish-article.ts FILE.md|FILE.json [--at INSTANT | --draft] [--locale ar] [--url URL] [--language ar|en]',
  );
  process.exitCode = 2;
} else {
  run(file).then(
    (line) => {
      console.log(line);
    },
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    },
  );
}
