/**
 * Why a retry of a failed statement may succeed: the connection to the database is gone, or the
 * database refused the statement for a reason that passes. Null for a fault that a retry repeats.
 */
export type FailureKind = 'connection' | 'busy' | null;

/**
 * PostgreSQL ended the session or does not open one, or the network did.
 * Source: PostgreSQL, appendix A (08 connection, 28 authorization, 57P0x operator intervention,
 * 25P03 and 25P04 session timeouts); Node, system errors.
 */
const connectionCodes =
  /^(08\w{3}|28\w{3}|3D000|57P0\d|25P0[34]|ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|ENOTFOUND|EAI_AGAIN|ENOENT|EMFILE|ENFILE)$/;

/**
 * The session goes on, but this statement did not get what it needs.
 * Source: PostgreSQL, appendix A (40 serialization and deadlock, 53 resources, 55P03 lock timeout,
 * 57014 cancelled, 25006 read-only, 58 system errors); SQLite, result codes.
 */
const busyCodes =
  /^(40001|40P01|53\w{3}|55P03|57014|25006|58\w{3}|SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|INTERRUPT|PROTOCOL)(_\w+)?)$/;

/** What the driver says without a code. Source: pg 8, lib/client.js; pg-pool 3, index.js. */
const connectionMessages =
  /^(Connection terminated|Client (was closed|has encountered a connection error)|timeout (exceeded when trying to connect|expired)|Query read timeout|Cannot use a pool after calling end|The server does not support SSL)/;

/** Classifies a driver's error by its code, or by its message where it has none. */
export function classifyFailure(cause: unknown): FailureKind {
  const code = codeOf(cause);
  if (code === null) return connectionMessages.test(describe(cause)) ? 'connection' : null;
  if (connectionCodes.test(code)) return 'connection';
  return busyCodes.test(code) ? 'busy' : null;
}

/** The engine's own code of an error; by its shape, since the drivers share no error class. */
export function codeOf(cause: unknown): string | null {
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return null;
  const { code } = cause;
  return typeof code === 'string' || typeof code === 'number' ? String(code) : null;
}

/** The message of whatever was thrown. */
export function describe(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
