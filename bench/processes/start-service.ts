import { type RunningServer, runToEnd, startServer } from './server-process';
import { readV8Flags } from './v8-flags';

/** How the measured service is set up. */
export interface ServiceOptions {
  /** Path of its SQLite file. */
  readonly database: string;
  readonly responseCache: 'on' | 'off';
  /** Whether it keeps rows between requests, as it does by itself; default: on. */
  readonly rowCache?: 'on' | 'off';
  /** Where its pictures are; in the package's folder if it is not stated. */
  readonly filesFolder?: string;
  /** More settings, such as V8's for a profile. */
  readonly nodeArgs?: readonly string[];
}

/** The site whose addresses stand in every answer; the references use it too. */
export const publicUrl = 'https://news.example';

const entry = 'dist/main.js';

/** Starts the built service as an operator does. */
export async function startService(options: ServiceOptions): Promise<RunningServer> {
  return startServer({
    name: 'the service',
    args: [...(await readV8Flags()), ...(options.nodeArgs ?? []), entry, 'serve'],
    environment: {
      DATABASE_URL: `sqlite:${options.database}`,
      PUBLIC_URL: publicUrl,
      SEED: 'false',
      RESPONSE_CACHE: options.responseCache,
      ROW_CACHE: options.rowCache ?? 'on',
      // One driver stands for a thousand readers.
      RATE_LIMIT: 'off',
      FILES_DIR: options.filesFolder ?? './data/files',
    },
  });
}

/** Starts the built service on a file that is not there yet: it migrates and seeds first. */
export async function startOnEmptyFile(path: string): Promise<RunningServer> {
  return startServer({
    name: 'the service on an empty file',
    args: [...(await readV8Flags()), entry, 'serve'],
    environment: { DATABASE_URL: `sqlite:${path}`, PUBLIC_URL: publicUrl },
  });
}

/** Makes the service's tables in a new file. */
export async function migrate(path: string): Promise<void> {
  await runToEnd({
    name: 'maqal migrate',
    args: [entry, 'migrate'],
    environment: { DATABASE_URL: `sqlite:${path}` },
  });
}

/** Makes a moderator's token in a migrated file, and gives its secret. */
export function createModeratorToken(path: string): Promise<string> {
  return createToken(path, 'MODERATOR');
}

/** Makes a token of a role in a migrated file, and gives its secret. */
export async function createToken(path: string, role: 'MODERATOR' | 'EDITOR'): Promise<string> {
  const output = await runToEnd({
    name: 'maqal token create',
    args: [entry, 'token', 'create', '--role', role, '--name', 'bench', '--json'],
    environment: { DATABASE_URL: `sqlite:${path}`, LOG_LEVEL: 'silent' },
  });
  return (JSON.parse(output) as { token: string }).token;
}
