import { type ApiTokenService, apiTokenTags, type Credential } from '../../features/access';
import type { Clock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import type { Logger } from '../../platform/log';
import { ConnectionLimitExceeded } from '../http.errors';
import type { LiveSession } from './live-session';

/** What the sessions need. */
export interface LiveSessionsDependencies {
  readonly tokens: Pick<ApiTokenService, 'listUsableIds'>;
  readonly database: Pick<Database, 'onCommit'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** For each network. */
  readonly maxConnections: number;
}

/** Units: milliseconds between looks, for tokens that end by themselves and for word that was lost. */
const reviewMs = 10_000;

/**
 * Every live connection, counted by where it comes from, and ended when its token is.
 *
 * A commit that touches a token has the tokens of all connections looked at, in one statement; so
 * has a commit of which nothing is known, such as that of `maqal token revoke` beside a service on
 * SQLite.
 */
export class LiveSessions {
  private readonly sessions = new Set<LiveSession>();
  private readonly counts = new Map<string, number>();
  private readonly timer: NodeJS.Timeout;
  private isReviewWanted = false;
  private reviewing: Promise<void> | null = null;

  constructor(private readonly dependencies: LiveSessionsDependencies) {
    dependencies.database.onCommit((tags) => {
      if (tags?.some(apiTokenTags.isAbout) !== false) this.wantReview();
    });
    this.timer = setInterval(() => {
      this.dropOver();
      this.wantReview();
    }, reviewMs).unref();
  }

  /** How many connections are open. */
  get count(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /**
   * Takes one of a network's places; what is returned gives it back.
   * Errors: ConnectionLimitExceeded.
   */
  enter(network: string): () => void {
    const { maxConnections } = this.dependencies;
    const count = this.counts.get(network) ?? 0;
    if (count >= maxConnections) throw new ConnectionLimitExceeded(maxConnections);
    this.counts.set(network, count + 1);
    let isOpen = true;
    return () => {
      if (!isOpen) return;
      isOpen = false;
      const left = (this.counts.get(network) ?? 1) - 1;
      if (left > 0) this.counts.set(network, left);
      else this.counts.delete(network);
    };
  }

  /** Watches over a session until what is returned is called. */
  watch(session: LiveSession): () => void {
    this.sessions.add(session);
    // Its token may have gone between the proof and now.
    if (session.credential.tokenId !== null) this.wantReview();
    return () => this.sessions.delete(session);
  }

  /** Whether a credential is past its end: looked at before each message that it lets through. */
  isOver({ expiresAtMs }: Credential): boolean {
    return expiresAtMs <= this.dependencies.clock.now().getTime();
  }

  /** Ends every session, for the service stops. */
  async drain(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all([...this.sessions].map((session) => session.drain()));
  }

  private dropOver(): void {
    for (const session of [...this.sessions]) {
      if (this.isOver(session.credential)) session.drop('The token has expired');
    }
  }

  private wantReview(): void {
    this.isReviewWanted = true;
    this.reviewing ??= this.reviewAll();
  }

  /** Once more where something happened meanwhile, so that no revocation falls between two looks. */
  private async reviewAll(): Promise<void> {
    try {
      while (this.isReviewWanted) {
        this.isReviewWanted = false;
        await this.review();
      }
    } catch (error) {
      this.dependencies.logger.error(
        { err: error },
        'The tokens of live connections could not be checked',
      );
    } finally {
      this.reviewing = null;
    }
  }

  private async review(): Promise<void> {
    const ids = [...this.sessions].map(({ credential }) => credential.tokenId);
    const tokenIds = [...new Set(ids.filter((id) => id !== null))];
    if (tokenIds.length === 0) return;
    const usable = await this.dependencies.tokens.listUsableIds(tokenIds);
    for (const session of [...this.sessions]) {
      const { tokenId } = session.credential;
      // Who came after the statement was sent is looked at in the next round.
      if (tokenId === null || !tokenIds.includes(tokenId) || usable.has(tokenId)) continue;
      session.drop('The token was revoked or has expired');
    }
  }
}
