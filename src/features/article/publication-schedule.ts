import type { Database } from '../../platform/database';
import type { ArticleRepository } from './article.repository';
import { articleTags } from './article.tags';
import type { QuietSpan } from './quiet-span';

/** A span as it was looked for. */
interface Found {
  readonly span: Promise<QuietSpan>;
  /** The instant from which it was looked for. */
  readonly from: Date;
}

/**
 * Knows when the clock publishes articles, which changes every list.
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
    return (await this.findSpan(now)).until;
  }

  /**
   * The span around an answer's instant: any other instant in it shows the same articles.
   * Cost: usually no statement.
   */
  async findSpan(now: Date): Promise<QuietSpan> {
    const known = this.found;
    if (known !== null && now >= known.from && this.database.hearsCommits()) {
      const span = await known.span;
      if (span.until === null || span.until > now) return span;
    }
    return this.lookFrom(now);
  }

  private lookFrom(now: Date): Promise<QuietSpan> {
    const span = this.repository.findQuietSpan(this.database.primary, now);
    const found = { span, from: now };
    this.found = found;
    span.catch(() => {
      if (this.found === found) this.found = null;
    });
    return span;
  }
}
