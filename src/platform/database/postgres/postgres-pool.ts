import type { ClientBase, Pool, PoolClient } from 'pg';
import { toConnectError } from '../database.errors';

/** What opens a pool. Units: milliseconds. */
export interface PoolOptions {
  readonly url: string;
  readonly maxConnections: number;
  /** After which the server cancels a statement. */
  readonly statementTimeoutMs: number;
  /** How long a caller waits for a free connection, and a new connection for its server. */
  readonly connectTimeoutMs: number;
}

/** Detects a peer that went away without a word. Units: milliseconds of silence before a probe. */
export const keepAliveSettings = { keepAlive: true, keepAliveInitialDelayMillis: 5_000 };

/**
 * The driver's own limit comes after the server's, so it is reached only where the server does not
 * answer at all. Units: milliseconds.
 */
const silenceMs = 2_000;

/** Opens a pool whose connections may be lost at any moment without ending the process. */
export async function openPool(options: PoolOptions): Promise<Pool> {
  // Loaded where it is used: a service on SQLite starts without it.
  const { Pool: PgPool } = await import('pg');
  const pool = new PgPool({
    ...keepAliveSettings,
    connectionString: options.url,
    application_name: 'maqal',
    max: options.maxConnections,
    statement_timeout: options.statementTimeoutMs,
    query_timeout: options.statementTimeoutMs + silenceMs,
    connectionTimeoutMillis: options.connectTimeoutMs,
  });
  // The pool listens to connections that are idle, and to none that is checked out.
  pool.on('connect', ignoreErrors);
  pool.on('error', () => undefined);
  return pool;
}

/**
 * A lost connection emits `error` once or more, besides failing the statement that waits for it.
 * An event that nobody listens to would end the process; the failed statement is the one to report.
 */
export function ignoreErrors(client: ClientBase): void {
  client.on('error', () => undefined);
}

/** A connection from the pool. Errors: ServiceUnavailable where none is to be had in time. */
export async function takeConnection(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw toConnectError(error);
  }
}
