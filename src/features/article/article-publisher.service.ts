import { toNfc } from '../../lib/text';
import type { Clock } from '../../platform/clock';
import type { Database, Queryable } from '../../platform/database';
import { readPageRequest } from '../../platform/database/paging';
import { BadUserInput } from '../../platform/errors';
import { ArticleStatus } from './article-enums';
import type { ArticlePlaces } from './article-places';
import type { ArticleTallyRepository } from './article-tally.repository';
import { Article, type StoredArticleStatus } from './article.entity';
import { ArticleChanged } from './article.errors';
import { statusAt } from './article.policy';
import type { ArticleRepository } from './article.repository';
import { articleIdPrefix, everything } from './article.service';
import { listChangedTags } from './list-changed-tags';

/** What the publisher needs. */
export interface ArticlePublisherDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly articles: ArticleRepository;
  readonly tallies: ArticleTallyRepository;
  readonly places: Pick<ArticlePlaces, 'load'>;
}

/** Where an article stands, as an operator reads it. */
export interface ArticleState extends Pick<
  Article,
  'id' | 'slug' | 'title' | 'locale' | 'publishedAt' | 'updatedAt' | 'version'
> {
  readonly status: ArticleStatus;
}

/** An article after a command, and whether the command changed it. */
export interface StatusChange {
  readonly article: ArticleState;
  readonly isChanged: boolean;
}

/** The columns that say where an article stands. */
type Standing = Pick<Article, 'storedStatus' | 'publishedAt' | 'timelineAt'>;

/** How often a change is tried, since another writer's may come first. */
const maxAttempts = 5;

/**
 * Publishes articles and takes them off the site, for operators. Text, slug and date of editing stay.
 * Articles are named by their id or slug, a former slug included.
 */
export class ArticlePublisher {
  constructor(private readonly dependencies: ArticlePublisherDependencies) {}

  /** Null where there is no such article. Cost: one statement. */
  async find(name: string): Promise<ArticleState | null> {
    const { database, clock } = this.dependencies;
    const article = await this.findRow(database.primary, name);
    return article === null ? null : describe(article, clock.now());
  }

  /** The newest articles of the statuses. Cost: one statement. */
  async list(
    statuses: readonly (keyof typeof ArticleStatus)[],
    limit: number,
  ): Promise<ArticleState[]> {
    const { database, clock, articles } = this.dependencies;
    const now = clock.now();
    const criteria = {
      ...everything,
      statuses: statuses.map((status) => ArticleStatus[status]),
      now,
    };
    const request = readPageRequest({ first: limit }, 'articles');
    const rows = await articles.listPage(database.primary, criteria, 'DESC', request);
    return rows.slice(0, limit).map((article) => describe(article, now));
  }

  /**
   * Publishes an article at a future moment, or now. One that was published before and was archived
   * since gets its own date back.
   * Shape: null where there is no such article. Errors: BadUserInput for a moment in the past.
   */
  publish(name: string, at: Date | null): Promise<StatusChange | null> {
    return this.change(name, (article, now) => {
      if (at !== null && at <= now) {
        throw new BadUserInput(
          `${at.toISOString()} has passed: name a later moment, or none to publish now`,
        );
      }
      if (at === null && statusAt(article, now) === ArticleStatus.PUBLISHED) return null;
      const { publishedAt } = article;
      const wasPublished = publishedAt !== null && publishedAt <= now;
      return stand('PUBLISHED', at ?? (wasPublished ? publishedAt : now), article);
    });
  }

  /** Makes an article a draft again. Shape: null where there is no such article. */
  unpublish(name: string): Promise<StatusChange | null> {
    return this.change(name, (article) =>
      article.storedStatus === 'DRAFT' ? null : stand('DRAFT', null, article),
    );
  }

  /** Archives an article: it leaves the site, and nothing is deleted. Shape: null where there is no such article. */
  archive(name: string): Promise<StatusChange | null> {
    return this.change(name, (article) =>
      article.storedStatus === 'ARCHIVED' ? null : stand('ARCHIVED', article.publishedAt, article),
    );
  }

  private async change(
    name: string,
    choose: (article: Article, now: Date) => Standing | null,
  ): Promise<StatusChange | null> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.changeOnce(name, choose);
      } catch (error) {
        if (!(error instanceof ArticleChanged) || attempt === maxAttempts) throw error;
      }
    }
  }

  private changeOnce(
    name: string,
    choose: (article: Article, now: Date) => Standing | null,
  ): Promise<StatusChange | null> {
    const { database, clock, articles, tallies, places } = this.dependencies;
    return database.transaction(async (transaction) => {
      const article = await this.findRow(transaction, name);
      if (article === null) return null;
      const now = clock.now();
      const standing = choose(article, now);
      if (standing === null) return { article: describe(article, now), isChanged: false };
      const previous = await places.load(transaction, article);
      const next = Object.assign(new Article(), article, standing, {
        version: article.version + 1,
      });
      await articles.replace(transaction, next, article.version);
      await tallies.move(transaction, article, next);
      transaction.invalidate(listChangedTags(previous, { ...previous, article: next }));
      return { article: describe(next, now), isChanged: true };
    });
  }

  private async findRow(reads: Queryable, name: string): Promise<Article | null> {
    const { articles } = this.dependencies;
    if (!name.startsWith(`${articleIdPrefix}_`)) return articles.findBySlug(reads, toNfc(name));
    const [article] = await articles.findByIds(reads, [name]);
    return article ?? null;
  }
}

function describe(article: Article, now: Date): ArticleState {
  const { id, slug, title, locale, publishedAt, updatedAt, version } = article;
  const status = statusAt(article, now);
  return { id, slug, title, locale, status, publishedAt, updatedAt, version };
}

/** A draft has its place in lists by its creation. */
function stand(
  storedStatus: StoredArticleStatus,
  publishedAt: Date | null,
  { createdAt }: Article,
): Standing {
  return { storedStatus, publishedAt, timelineAt: publishedAt ?? createdAt };
}
