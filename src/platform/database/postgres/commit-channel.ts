import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { Clock } from '../../clock';
import type { Logger } from '../../log';
import type { CommitListener, StatementListener } from '../database';
import { labelled } from '../statement';
import { ClockOffset } from './clock-offset';
import { readNotice, writeNotice } from './commit-notice';
import { type ListenConnection, openListenConnection } from './listen-connection';
import { sendStatement } from './postgres-statement';

/** What a commit channel needs. */
export interface CommitChannelOptions {
  readonly url: string;
  /** Called with each commit of another instance; null where what changed is unknown. */
  readonly emit: CommitListener;
  readonly logger: Logger;
  /** The clock that is compared with the database's. */
  readonly clock: Clock;
  /** A clock that is never set. Units: milliseconds. */
  readonly monotonicNowMs: () => number;
  /** From 0 to 1; spreads the attempts of many instances to reconnect. */
  readonly random: () => number;
}

const channelName = 'maqal_commit';
/** Units: milliseconds between two signs of life. */
const beatMs = 1_000;
/** Units: milliseconds without a sign of life after which commits may have been missed. */
const maxSilenceMs = 2_000;
/** Units: milliseconds before the first attempt to reconnect; doubled with each up to the longest. */
const firstRetryMs = 100;
const longestRetryMs = 3_000;
/** How often a new connection asks for the database's time, until an answer is fast enough. */
const maxFirstMeasurements = 5;
/** Units: milliseconds; a clock that is this wrong is worth a line in the log. */
const loggedOffsetChangeMs = 1_000;
const notify = labelled('database.notify', `SELECT pg_notify('${channelName}', $1)`);

/** Sends the tags and events of a transaction to every instance, on its commit and not before. */
export async function notifyCommit(
  client: PoolClient,
  { from, tags }: { readonly from: string; readonly tags: readonly string[] },
  onStatement: StatementListener,
): Promise<void> {
  if (tags.length === 0) return;
  await sendStatement(client, notify, [writeNotice({ from, tags })], onStatement);
}

/** Opens the channel. Errors: where the first connection fails. */
export async function openCommitChannel(options: CommitChannelOptions): Promise<CommitChannel> {
  const channel = new CommitChannel(options);
  await channel.open();
  return channel;
}

/**
 * Receives the commits of other instances, on a connection of its own.
 *
 * A lost connection is opened again, one attempt at a time. Commits in between were missed, so the
 * first sign of life after a silence counts as a commit that may have changed anything.
 */
export class CommitChannel {
  /** Tells this instance's own notices from those of others, in this process or another. */
  readonly ownName = randomUUID();
  private readonly closed = new AbortController();
  private connection: ListenConnection | null = null;
  private receivedAtMs = Number.NEGATIVE_INFINITY;
  private isSilenceLogged = false;
  /** One line for all odd notices between two signs of life. */
  private isOddNoticeLogged = false;
  private loggedOffsetMs = 0;
  private readonly offset: ClockOffset;
  private readonly watch: NodeJS.Timeout;

  constructor(private readonly options: CommitChannelOptions) {
    this.offset = new ClockOffset(options);
    this.watch = setInterval(() => {
      this.logSilence();
    }, beatMs / 2).unref();
  }

  /** Whether the last sign of life is so recent that no commit can have been missed for long. */
  isReceiving(): boolean {
    return this.options.monotonicNowMs() - this.receivedAtMs <= maxSilenceMs;
  }

  /** How far the database's clock is ahead of this instance's. Units: milliseconds. */
  clockOffsetMs(): number {
    return this.offset.offsetMs;
  }

  async open(): Promise<void> {
    try {
      const connection = await this.connect();
      void this.keepListening(connection);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  close(): void {
    clearInterval(this.watch);
    this.closed.abort();
    this.connection?.destroy('The service stops');
  }

  /** One loop for all connections, so no loss can lead to two of them. */
  private async keepListening(first: ListenConnection): Promise<void> {
    for (let connection: ListenConnection | null = first; connection !== null;) {
      void this.beatUntilLost(connection);
      const reason = await connection.lost;
      if (this.closed.signal.aborted) return;
      // Bypass the caches at once: waiting for the silence would serve old answers for 2 s.
      this.connection = null;
      this.receivedAtMs = Number.NEGATIVE_INFINITY;
      this.options.logger.warn({ reason }, 'Lost the connection that receives commit notices');
      connection = await this.reconnect();
    }
  }

  private async beatUntilLost(connection: ListenConnection): Promise<void> {
    try {
      while (connection === this.connection) {
        await wait(beatMs, undefined, { ref: false, signal: this.closed.signal });
        const sentAtMs = this.options.monotonicNowMs();
        await this.measureOffset(connection);
        // An answer that arrived just before the loss says nothing about the time after it.
        if (connection === this.connection) this.noteReceived(sentAtMs);
      }
    } catch (error) {
      connection.destroy(describe(error));
    }
  }

  /** Null once the channel is closed. */
  private async reconnect(): Promise<ListenConnection | null> {
    const { logger } = this.options;
    for (let attempt = 0; !this.closed.signal.aborted; attempt += 1) {
      try {
        const pauseMs = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(attempt, 10));
        const jitteredMs = pauseMs * (0.5 + this.options.random() / 2);
        await wait(jitteredMs, undefined, { ref: false, signal: this.closed.signal });
        const connection = await this.connect();
        logger.info(
          { attempts: attempt + 1 },
          'Regained the connection that receives commit notices',
        );
        return connection;
      } catch (error) {
        logger.debug({ err: error }, 'Failed to reconnect for commit notices');
      }
    }
    return null;
  }

  private async connect(): Promise<ListenConnection> {
    const { url } = this.options;
    const connection = await openListenConnection({
      url,
      channel: channelName,
      onNotice: (payload) => {
        this.receive(payload);
      },
    });
    this.connection = connection;
    if (this.closed.signal.aborted) connection.destroy('The service stops');
    // The server listens for this session only since now.
    this.receivedAtMs = Number.NEGATIVE_INFINITY;
    this.noteReceived(this.options.monotonicNowMs());
    await this.measureFirst(connection);
    return connection;
  }

  /** Before anything is served. A server that answers slowly is asked again with each heartbeat. */
  private async measureFirst(connection: ListenConnection): Promise<void> {
    this.offset.expectAnotherClock();
    try {
      for (let count = 0; count < maxFirstMeasurements; count += 1) {
        if (await this.measureOffset(connection)) return;
      }
    } catch (error) {
      connection.destroy(describe(error));
      throw error;
    }
    this.options.logger.warn('PostgreSQL answers too slowly to compare clocks with it');
  }

  private async measureOffset(connection: ListenConnection): Promise<boolean> {
    const isUsed = await this.offset.measure(() => connection.askTime());
    const offsetMs = Math.round(this.clockOffsetMs());
    if (Math.abs(offsetMs - this.loggedOffsetMs) >= loggedOffsetChangeMs) {
      this.loggedOffsetMs = offsetMs;
      this.options.logger.warn({ offsetMs }, 'The clock differs from PostgreSQL’s by this offset');
    }
    return isUsed;
  }

  private receive(payload: string | undefined): void {
    const notice = readNotice(payload);
    if (notice === null) {
      if (!this.isOddNoticeLogged) {
        this.options.logger.warn('A notice of a commit cannot be read and counts as any change');
      }
      this.isOddNoticeLogged = true;
      this.options.emit(null);
    } else if (notice.from !== this.ownName) {
      this.options.emit(notice.tags);
    }
  }

  /** After a silence everything cached is purged before anything cached is served again. */
  private noteReceived(sentAtMs: number): void {
    if (!this.isReceiving()) {
      this.options.emit(null);
      if (this.isSilenceLogged)
        this.options.logger.info('Receives commit notices again: caches are in use');
      this.isSilenceLogged = false;
    }
    this.receivedAtMs = sentAtMs;
    this.isOddNoticeLogged = false;
  }

  private logSilence(): void {
    if (this.isReceiving() || this.isSilenceLogged) return;
    this.isSilenceLogged = true;
    this.options.logger.warn(
      'Receives no commit notices of other instances: caches are bypassed until it does',
    );
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
