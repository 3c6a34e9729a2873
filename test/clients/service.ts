import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';
import { endServices, runMaqal, startService } from '../support/service-process.ts';
import { createDatabase } from '../support/new-database.ts';

/** Articles beside the seeded one: more than two pages of five. */
const pageCount = 11;

/** A running service with articles, whose port stays the same over a restart. */
export interface ClientService {
  readonly url: string;
  readonly streamUrl: string;
  readonly webSocketUrl: string;
  /** Ends the process as a deployment does, and starts another one on the same port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the built service on a database of its own with twelve articles. */
export async function startClientService(): Promise<ClientService> {
  const database = await createDatabase();
  const environment = { DATABASE_URL: database.url, LOG_LEVEL: 'info' };
  await importPages(environment);
  let service = await startService({ ...environment, PORT: '0' });
  const url = service.url;
  const { port } = new URL(url);
  return {
    url,
    streamUrl: `${url}/stream`,
    webSocketUrl: url.replace(/^http/, 'ws'),
    restart: async () => {
      service.kill('SIGTERM');
      await service.exited;
      service = await startService({ ...environment, PORT: port });
    },
    stop: async () => {
      await endServices();
      await database.drop();
    },
  };
}

async function importPages(environment: Readonly<Record<string, string>>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'maqal-clients-'));
  const files: string[] = [];
  for (let page = 1; page <= pageCount; page += 1) {
    const file = join(folder, `page-${page}.txt`);
    const text = `The harbour report number ${page}\n\nBy Lena Roth\n\nThe harbour opened its gate ${page} on Monday.\n\nBoats came in all day long.\n`;
    await writeFile(file, text);
    await writeFile(
      file.replace('.txt', '.json'),
      JSON.stringify({ locale: 'en', publishedAt: `2024-05-${String(page + 9)}T09:00:00Z` }),
    );
    files.push(file);
  }
  const { code, stderr, stdout } = await runMaqal(['seed'], environment);
  if (code !== 0) throw new Error(`The seed failed: ${stderr}${stdout}`);
  const imported = await runMaqal(['import', ...files], environment);
  if (imported.code !== 0)
    throw new Error(`The import failed: ${imported.stderr}${imported.stdout}`);
  await rm(folder, { recursive: true, force: true });
}

/** What a client must send to add a comment. */
export function commentInput(articleId: string, body: string, parentId?: string) {
  return {
    articleId,
    ...(parentId === undefined ? {} : { parentId }),
    authorName: 'Reader',
    authorEmail: 'reader@example.org',
    body,
    idempotencyKey: randomUUID(),
  };
}

/** Adds comments one after the other by plain HTTP, and returns their ids in that order. */
export async function addComments(
  { url }: ClientService,
  articleId: string,
  bodies: readonly string[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const body of bodies) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query:
          'mutation Add($input: AddCommentInput!) { addComment(input: $input) { comment { id } userErrors { message } } }',
        variables: { input: commentInput(articleId, body) },
      }),
    });
    const { data } = (await response.json()) as {
      data: { addComment: { comment: { id: string } } };
    };
    ids.push(data.addComment.comment.id);
  }
  return ids;
}

/** Resolves with the first value that satisfies a condition; push values as they arrive. */
export function createInbox<Value>() {
  const values: Value[] = [];
  const waiters = new Set<{
    matches: (value: Value) => boolean;
    resolve: (value: Value) => void;
  }>();
  return {
    values,
    push: (value: Value) => {
      values.push(value);
      for (const waiter of waiters) {
        if (!waiter.matches(value)) continue;
        waiters.delete(waiter);
        waiter.resolve(value);
      }
    },
    next: (matches: (value: Value) => boolean) =>
      new Promise<Value>((resolve) => {
        const found = values.find(matches);
        if (found === undefined) waiters.add({ matches, resolve });
        else resolve(found);
      }),
  };
}

/**
 * Adds numbered comments until one of them reaches the inbox. A subscription acknowledges nothing
 * when it starts, so what is added before it stands is not delivered.
 */
export async function addUntilSeen(
  service: ClientService,
  articleId: string,
  text: string,
  inbox: { readonly values: readonly string[] },
): Promise<void> {
  const maxComments = 2_000;
  for (let number = 1; number <= maxComments; number += 1) {
    await addComments(service, articleId, [`${text} ${number}`]);
    if (inbox.values.some((value) => value.startsWith(text))) return;
  }
  throw new Error(`No comment "${text}" arrived`);
}

/** For clients that bring no WebSocket of their own. */
export const webSocketImpl = WebSocket;
