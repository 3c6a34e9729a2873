import type { Database } from '../../platform/database';
import type { ArticleRepository } from './article.repository';
import { articleTags } from './article.tags';

/** The next publication that is planned, as it was found. */
interface Found {
  /** Null for none. */
  readonly next: Promise<Date | null>;
  /** The instant from which it was looked for. */
  readonly from: Date;
}

/**
 * Knows when the clock will publish the next article, which changes every list.
 *
 * It is looked for once, and again when a list's articles change or the moment has come.
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
   * The first planned publication after an answer's instant; null for none. (Not after the clock's:
   * what was published between the two is not in the answer either.)
   * Cost: usually no statement.
   */
  async findNext(now: Date): Promise<Date | null> {
    const known = this.found;
    if (known !== null && now >= known.from) {
      const next = await known.next;
      if (next === null || next > now) return next;
    }
    return this.lookFrom(now);
  }

  private lookFrom(now: Date): Promise<Date | null> {
    const next = this.repository.findNextScheduled(this.database.primary, now);
    const found = { next, from: now };
    this.found = found;
    next.catch(() => {
      if (this.found === found) this.found = null;
    });
    return next;
  }
}
