import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type DocumentNode, type GraphQLFormattedError, print } from 'graphql';
import { type App, type AppDependencies, createApp } from '../../src/app';
import { type Environment, loadConfig } from '../../src/config';
import type { Clock } from '../../src/platform/clock';
import { createIdMaker } from '../../src/platform/ids';
import { createLogger } from '../../src/platform/log';
import { createTestDatabase, type TestDatabase } from './test-database';
import { createTestTimer, type TestTimer } from './test-timer';

/** A clock that stands still until it is set. */
export interface TestClock extends Clock {
  set(instant: string): void;
  advance(milliseconds: number): void;
}

/** An answer as a client reads it. */
export interface Answer<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: Data | null | undefined;
  readonly errors: readonly GraphQLFormattedError[];
}

/** What a request may carry beside its document. */
export interface RequestOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly operationName?: string;
}

/** A whole service on a port of its own, with a database of its own. */
export interface TestApp {
  readonly app: App;
  /** The API's address. */
  readonly url: string;
  /** The server's address, without a path. */
  readonly origin: string;
  readonly database: TestDatabase;
  readonly clock: TestClock;
  /** The folder of pictures, of this service alone. */
  readonly filesDir: string;
  /** What waits for a planned publication; a test lets it run. */
  readonly timer: TestTimer;
  /** Labels of the statements sent so far; empty it before what is counted. */
  readonly statements: string[];
  /** Every line that was logged. */
  readonly log: string[];
  send<Data, Variables>(
    document: TypedDocumentNode<Data, Variables> | DocumentNode | string,
    variables?: Variables,
    options?: RequestOptions,
  ): Promise<Answer<Data>>;
  /** Stops the service and drops its database. */
  stop(): Promise<void>;
}

/** How a test's service differs from the usual. */
export interface TestAppOptions {
  readonly environment?: Environment;
  /** An RFC 3339 instant; default: 2024-06-12T09:00:00Z, the day after the source article. */
  readonly now?: string;
  /** A database that is there already; it is then not dropped. */
  readonly database?: TestDatabase;
  /** What stands in for more of the outside world. */
  readonly parts?: Partial<AppDependencies>;
}

const quiet: Environment = { PORT: '0', LOG_LEVEL: 'info', SEED: 'false', RATE_LIMIT: 'off' };

/** Starts the service as `maqal serve` does, on a free port. */
export async function startApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = options.database ?? (await createTestDatabase());
  const clock = createTestClock(options.now ?? '2024-06-12T09:00:00.000Z');
  const timer = createTestTimer();
  const statements: string[] = [];
  const log: string[] = [];
  const filesDir =
    options.environment?.['FILES_DIR'] ?? join(tmpdir(), `maqal-files-${randomUUID()}`);
  const app = await createApp(
    loadConfig({
      ...quiet,
      DATABASE_URL: database.url,
      FILES_DIR: filesDir,
      ...options.environment,
    }),
    {
      logger: createLogger('trace', collectLines(log)),
      clock,
      startTimer: timer.start,
      ids: createIdMaker(),
      onStatement: (label) => statements.push(label),
      ...options.parts,
    },
  );
  const url = await app.listen();
  return {
    ...{ app, url, database, clock, timer, statements, log, filesDir },
    origin: new URL(url).origin,
    send: (document, variables, sent = {}) => sendOperation(url, document, variables, sent),
    stop: async () => {
      await app.close();
      if (options.environment?.['FILES_DIR'] === undefined) {
        await rm(filesDir, { recursive: true, force: true });
      }
      if (options.database === undefined) await database.drop();
    },
  };
}

/** A clock for one test. */
export function createTestClock(start: string): TestClock {
  let now = new Date(start);
  return {
    now: () => new Date(now),
    set: (instant) => {
      now = new Date(instant);
    },
    advance: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
  };
}

/** Sends one operation by POST, as any client does. */
export async function sendOperation<Data, Variables>(
  url: string,
  document: TypedDocumentNode<Data, Variables> | DocumentNode | string,
  variables: Variables | undefined,
  { headers = {}, operationName }: RequestOptions = {},
): Promise<Answer<Data>> {
  const query = typeof document === 'string' ? document : print(document);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables, operationName }),
  });
  const body = (await response.json()) as { data?: Data | null; errors?: GraphQLFormattedError[] };
  return {
    status: response.status,
    headers: response.headers,
    data: body.data,
    errors: body.errors ?? [],
  };
}

function collectLines(lines: string[]): Writable {
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
}
