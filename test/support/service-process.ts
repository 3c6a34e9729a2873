import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(__dirname, '..', '..');
const entry = join(root, 'dist', 'main.js');

/** The folder of the seed's pictures, which are the same in each run: one for all of them. */
const filesDir = join(tmpdir(), 'maqal-process-files');

/** Variables of a process; nothing of the test's own environment reaches it but the PATH. */
export type ProcessEnvironment = Readonly<Record<string, string>>;

/** One line of the service's log. */
export interface LogLine {
  readonly level: number;
  readonly msg?: string;
  readonly [property: string]: unknown;
}

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** What a command that ran to its end left. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built service as a process of its own. */
export interface ServiceProcess {
  /** The API's address, as the log names it. */
  readonly url: string;
  /** The server's address, without a path. */
  readonly origin: string;
  readonly log: readonly LogLine[];
  readonly exited: Promise<Exit>;
  kill(signal: NodeJS.Signals): void;
  /** The first line, past or to come, with the message. Errors: where the process ends without it. */
  waitForLine(message: string | RegExp): Promise<LogLine>;
}

const running = new Set<ChildProcess>();

/** Kills every service that still runs: for `afterEach`, whatever became of the case. */
export async function endServices(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
    }),
  );
}

/** Starts `maqal serve` on a free port and waits until it says where. */
export async function startService(environment: ProcessEnvironment): Promise<ServiceProcess> {
  const child = spawn(process.execPath, [entry, 'serve'], {
    cwd: root,
    env: toEnvironment({ PORT: '0', ...environment }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  const log = followLog(child);
  const { url } = await log.waitForLine(/^Maqal serves on /);
  return {
    ...log,
    url: String(url),
    origin: new URL(String(url)).origin,
    kill: (signal) => {
      child.kill(signal);
    },
  };
}

/** Runs the built command line to its end, whatever its exit code. */
export function runMaqal(
  parameters: readonly string[],
  environment: ProcessEnvironment = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const options = { cwd: root, env: toEnvironment(environment), timeout: 20_000 };
    execFile(process.execPath, [entry, ...parameters], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}

function toEnvironment(environment: ProcessEnvironment): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], FILES_DIR: filesDir, ...environment };
}

interface Waiter {
  readonly message: string | RegExp;
  readonly resolve: (line: LogLine) => void;
  readonly reject: (reason: Error) => void;
}

function followLog(child: ChildProcess) {
  const log: LogLine[] = [];
  const waiters = new Set<Waiter>();
  const text: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => text.push(chunk.toString()));
  if (child.stdout === null) throw new Error('The log needs a pipe');
  createInterface({ input: child.stdout }).on('line', (written) => {
    text.push(`${written}\n`);
    const line = JSON.parse(written) as LogLine;
    log.push(line);
    for (const waiter of waiters) {
      if (!matches(line, waiter.message)) continue;
      waiters.delete(waiter);
      waiter.resolve(line);
    }
  });
  const exited = new Promise<Exit>((resolve) => {
    child.once('close', (code, signal) => {
      for (const { message, reject } of waiters) {
        reject(new Error(`The service ended before it said ${String(message)}:\n${text.join('')}`));
      }
      resolve({ code, signal });
    });
  });
  const waitForLine = (message: string | RegExp) =>
    new Promise<LogLine>((resolve, reject) => {
      const found = log.find((line) => matches(line, message));
      if (found === undefined) waiters.add({ message, resolve, reject });
      else resolve(found);
    });
  return { log, exited, waitForLine };
}

function matches({ msg = '' }: LogLine, message: string | RegExp): boolean {
  return typeof message === 'string' ? msg === message : message.test(msg);
}
