import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { seat } from './cores';
import { packagePath } from './package-path';

/** A server in a process of its own, listening. */
export interface RunningServer {
  readonly pid: number;
  /** Shape: `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** Units: milliseconds from the start of the process until it told its address. */
  readonly startedInMs: number;
  hasEnded(): boolean;
  stop(): Promise<void>;
}

/** How a server's process is started. */
export interface ServerCommand {
  readonly name: string;
  /** Arguments for node. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Every server runs as in production; nothing of the caller's own settings reaches it. */
const commonEnvironment = {
  PATH: process.env['PATH'] ?? '',
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PORT: '0',
};

/**
 * Starts a server and waits for the line that tells its address.
 * Errors: an Error with all that it printed, where it ends before that.
 */
export async function startServer(command: ServerCommand): Promise<RunningServer> {
  const startedAt = performance.now();
  const [program, ...args] = seat('server', [process.execPath, ...command.args]);
  const child = spawn(program, args, {
    cwd: packagePath(),
    env: { ...commonEnvironment, ...command.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await readPort(child.stdout, command.name);
  return {
    pid: child.pid ?? 0,
    origin: `http://127.0.0.1:${port}`,
    startedInMs: performance.now() - startedAt,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    stop: () => stop(child),
  };
}

/** Runs a node program to its end, and gives what it printed. Errors: an Error where it fails. */
export async function runToEnd(command: ServerCommand): Promise<string> {
  const child = spawn(process.execPath, command.args, {
    cwd: packagePath(),
    env: { ...commonEnvironment, ...command.environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output, [code]] = await Promise.all([
    text(child.stdout),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  if (code !== 0) throw new Error(`${command.name} ended with ${code ?? 'a signal'}`);
  return output;
}

async function readPort(output: Readable, name: string): Promise<string> {
  let printed = '';
  for await (const chunk of output.iterator({ destroyOnReturn: false })) {
    printed += String(chunk);
    const port = /http:\/\/(?:127\.0\.0\.1|localhost):(\d+)/.exec(printed)?.[1];
    if (port !== undefined) {
      output.resume();
      return port;
    }
  }
  throw new Error(`${name} ended before it told its address:\n${printed}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}
