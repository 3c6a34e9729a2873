import type { Database } from '../../platform/database';
import type { RequestScope } from '../../platform/request';
import type { ArticleRepository } from './article.repository';
import { articleTags } from './article.tags';
import type { PublicationWindow } from './publication-window';

/** A window that was read, or is being read. */
interface Found {
  readonly window: Promise<PublicationWindow>;
  /** The instant that it was read for. */
  readonly from: Date;
}

/**
 * Knows when the clock changes articles, which changes every list.
 *
 * Reads the current window once, and again when a list's articles change or the window ends.
 */
export class PublicationSchedule {
  private found: Found | null = null;

  constructor(
    private readonly repository: ArticleRepository,
    private readonly database: Database,
  ) {
    database.onCommit((tags) => {
      if (tags === null || tags.includes(articleTags.lists)) this.found = null;
    });
  }

  /**
   * The first planned moment after an answer's instant; null for none. (Not after the clock's:
   * what changed between the two is not in the answer either.)
   * Cost: usually no statement.
   */
  async findNext(now: Date): Promise<Date | null> {
    return (await this.findWindow(now)).until;
  }

  /** Lets an answer expire at the next planned moment. Cost: usually no statement. */
  async expireAtNext({
    cacheDependencies,
    now,
  }: Pick<RequestScope, 'cacheDependencies' | 'now'>): Promise<void> {
    const next = await this.findNext(now);
    if (next !== null) cacheDependencies.expireAt(next);
  }

  /**
   * The window around an answer's instant: any other instant in it shows the same articles.
   * Cost: usually no statement.
   */
  async findWindow(now: Date): Promise<PublicationWindow> {
    const known = this.found;
    if (known !== null && now >= known.from && this.database.receivesCommits()) {
      const window = await known.window;
      if (window.until === null || window.until > now) return window;
    }
    return this.lookFrom(now);
  }

  private lookFrom(now: Date): Promise<PublicationWindow> {
    const window = this.repository.findPublicationWindow(this.database.primary, now);
    const found = { window, from: now };
    this.found = found;
    window.catch(() => {
      if (this.found === found) this.found = null;
    });
    return window;
  }
}
