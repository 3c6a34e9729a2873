import type { Pool, PoolClient } from 'pg';
import { type CancellationSignal, onAbort } from '../../cancellation';
import type { Parameter, ReadPool, Queryable, Row, StatementListener } from '../database';
import { isConnectionLost } from '../database.errors';
import { type Selection, selection } from '../statement';
import { takeConnection } from './postgres-pool';
import { sendSelection } from './postgres-statement';

const backendId = selection('database.backendId', ['pg_backend_pid()'], (l) => `SELECT ${l}`);

/** Units: milliseconds between two attempts to cancel a statement. */
const cancelRepeatMs = 100;

/** What reads through a pool. */
export interface PostgresReadsDependencies {
  readonly pool: Pool;
  /** Connections that are free when all of `pool` are busy: statements are cancelled through them. */
  readonly control: Pool;
  readonly onStatement: StatementListener;
}

/** Reads on connections of a pool. */
export class PostgresReads implements ReadPool {
  /** The server's process of each connection that may have to be cancelled. */
  private readonly backendIds = new WeakMap<PoolClient, number>();

  constructor(private readonly dependencies: PostgresReadsDependencies) {}

  async select(
    selected: Selection,
    parameters: readonly Parameter[] = [],
  ): Promise<readonly Row[]> {
    const client = await takeConnection(this.dependencies.pool);
    try {
      const rows = await sendSelection(client, selected, parameters, this.dependencies.onStatement);
      client.release();
      return rows;
    } catch (error) {
      client.release(isConnectionLost(error));
      throw error;
    }
  }

  /** Each selection takes a connection of the pool, so a request's selections run side by side. */
  openForRequest(signal?: CancellationSignal): Queryable {
    if (signal === undefined) return this;
    return {
      select: (selected, parameters = []) => this.selectUntil(signal, selected, parameters),
    };
  }

  /**
   * A connection that was cancelled is closed, not given back: the cancellation may reach its server
   * process late, and would then end the statement of whoever has the connection by that time.
   */
  private async selectUntil(
    signal: CancellationSignal,
    selected: Selection,
    parameters: readonly Parameter[],
  ): Promise<readonly Row[]> {
    const { pool, onStatement } = this.dependencies;
    signal.throwIfAborted();
    const client = await takeConnection(pool);
    let stopListening: () => void = () => undefined;
    let cancelling: NodeJS.Timeout | undefined;
    try {
      const id = await this.findBackendId(client);
      signal.throwIfAborted();
      stopListening = onAbort(signal, () => {
        this.cancel(id);
        // A cancellation that reaches the server before the statement does nothing.
        cancelling = setInterval(() => {
          this.cancel(id);
        }, cancelRepeatMs);
      });
      const rows = await sendSelection(client, selected, parameters, onStatement);
      client.release(cancelling !== undefined);
      return rows;
    } catch (error) {
      client.release(cancelling !== undefined || isConnectionLost(error));
      throw signal.aborted ? signal.reason : error;
    } finally {
      stopListening();
      clearInterval(cancelling);
    }
  }

  /** Cost: one statement in the life of a connection. */
  private async findBackendId(client: PoolClient): Promise<number> {
    const known = this.backendIds.get(client);
    if (known !== undefined) return known;
    const [row] = await sendSelection(client, backendId, [], () => undefined);
    const id = Number(row?.[0]);
    this.backendIds.set(client, id);
    return id;
  }

  /** Where the server cannot be asked, its statement_timeout ends the statement. */
  private cancel(id: number): void {
    this.dependencies.control.query('SELECT pg_cancel_backend($1)', [id]).catch(() => undefined);
  }
}
