import { CommanderError } from 'commander';
import { ConfigInvalid, type Environment } from '../config';
import { RulesInvalid } from '../features/moderation';
import { BackupRefused, DatabaseNewer } from '../platform/database';
import { ServiceUnavailable, type UnavailableDetail } from '../platform/errors';

/** How a command ends that did not do all it was asked to; `maqal --help` tells them. */
export const exitCodes = {
  /** The rest was done. */
  refused: 1,
  /** The command line or the configuration cannot be used: nothing was begun. */
  misused: 2,
  /** It could not be done, or not to its end. */
  failed: 3,
} as const;

type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A command cannot go on; the message is a sentence for the operator that says what to do. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
  constructor(
    message: string,
    readonly exitCode: ExitCode = exitCodes.failed,
  ) {
    super(message);
  }
}

/** What is written to standard error, and how the process ends. */
export interface Failure {
  readonly text: string;
  readonly exitCode: number;
}

/** What an operator can mend is said in a sentence; anything else is a fault of the program, with its stack. */
export function describeFailure(error: unknown, environment: Environment): Failure {
  // Commander has written its help or its sentence already.
  if (error instanceof CommanderError) {
    return { text: '', exitCode: error.exitCode === 0 ? 0 : exitCodes.misused };
  }
  if (error instanceof CommandFailed) return { text: error.message, exitCode: error.exitCode };
  if (error instanceof ConfigInvalid || error instanceof RulesInvalid) {
    return { text: error.message, exitCode: exitCodes.misused };
  }
  return { text: describe(error, environment), exitCode: exitCodes.failed };
}

function describe(error: unknown, environment: Environment): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof DatabaseNewer || error instanceof BackupRefused) return error.message;
  const url = environment['DATABASE_URL'] ?? '';
  const text =
    error instanceof ServiceUnavailable && error.detail !== null
      ? describeDatabase(error.detail, url)
      : (describeSqlite(error, url) ?? describeSystemError(error));
  return text ?? error.stack ?? error.message;
}

/** Source: PostgreSQL, appendix A; Node, system errors. */
function describeDatabase({ engineCode, reason }: UnavailableDetail, url: string): string {
  const { host, user, name } = readAddress(url);
  const server = `PostgreSQL at ${host}`;
  switch (engineCode ?? '') {
    case 'ECONNREFUSED':
    case 'ENOENT':
    case 'ETIMEDOUT':
      return `${server} does not answer (${engineCode}): start it, or correct DATABASE_URL.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `There is no host ${host} (${engineCode}): correct DATABASE_URL.`;
    case '28000':
      return `${server} does not let ${user} in (${reason}): make the role with \`createuser ${user}\`, or correct DATABASE_URL.`;
    case '28P01':
      return `${server} refuses the password of ${user}: correct DATABASE_URL.`;
    case '3D000':
      return `${server} has no database ${name}: make it with \`createdb ${name}\`, or correct DATABASE_URL.`;
    default:
      return `The database cannot be reached: ${reason}`;
  }
}

/** Source: SQLite, result codes. Null for any other error. */
function describeSqlite({ code }: NodeJS.ErrnoException, url: string): string | null {
  const file = url.slice('sqlite:'.length);
  if (code === 'SQLITE_NOTADB') return `${file} is no SQLite database: correct DATABASE_URL.`;
  if (code !== 'SQLITE_CANTOPEN') return null;
  return `${file} cannot be opened: it is a folder, or this user may not write it or its folder.`;
}

/** The parts of a database's address that may be said; its password is none of them. */
function readAddress(url: string) {
  const { host, username, pathname } = new URL(URL.canParse(url) ? url : 'postgres:///');
  const orElse = (text: string, other: string) => (text === '' ? other : decodeURIComponent(text));
  return {
    host: orElse(host, 'its socket'),
    user: orElse(username, 'this user'),
    name: orElse(pathname.slice(1), 'of this user’s name'),
  };
}

/** Null where it is no error of the system, or one that says nothing of a path or port. */
function describeSystemError(error: NodeJS.ErrnoException): string | null {
  const { code = '', syscall, path } = error;
  if (syscall === 'listen') return describeListening(code, error);
  if (path === undefined || syscall === undefined) return null;
  switch (code) {
    case 'ENOENT':
      return `There is no file or folder ${path}.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${path} may not be read or written by this user (${code}).`;
    case 'EISDIR':
      return `${path} is a folder and not a file.`;
    case 'EEXIST':
    case 'ENOTDIR':
      return `${path} is not a folder, or lies in one that is none.`;
    case 'ENOSPC':
      return `There is no space left on the disk of ${path}.`;
    default:
      return null;
  }
}

function describeListening(code: string, error: Error): string | null {
  const { address = '', port = '' } = error as { address?: string; port?: number };
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use (${address}:${port}): stop the process that has it, or set PORT to another; PORT=0 takes any free one.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${address}: set HOST to one that it has, such as 127.0.0.1, or 0.0.0.0 for all of them.`;
    case 'EACCES':
      return `Port ${port} may not be opened by this user: set PORT to 1024 or above.`;
    default:
      return null;
  }
}
