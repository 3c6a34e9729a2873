import type { Clock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import { BadUserInput } from '../../platform/errors';
import type { Article, ArticleFeature } from '../article';
import { statusAt } from '../article';
import type { ArticleChanger } from './article-changer';
import { isSameStanding } from './article-publishing.service';
import {
  archive,
  publishLater,
  publishNow,
  type Standing,
  type StandingFault,
  toDraft,
} from './article-standing';
import type { ArticleStore } from './article-store';
import { toEditError } from './edit-faults';
import { hasSettled, retrySettled, settledFirst } from './settled-first';

/** What the publisher needs. */
export interface ArticlePublisherDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly articleReads: ArticleFeature['articleReads'];
  readonly store: ArticleStore;
  readonly changer: ArticleChanger;
}

/** Where an article stands, as an operator reads it. */
export interface ArticleState extends Pick<
  Article,
  'id' | 'slug' | 'title' | 'locale' | 'publishedAt' | 'updatedAt'
> {
  readonly status: ReturnType<typeof statusAt>;
  /** The version that guards a change over GraphQL. */
  readonly version: number;
}

/** An article after a command, and whether the command changed it. */
export interface PublisherResult {
  readonly article: ArticleState;
  readonly isChanged: boolean;
}

/** Who the history names for a command's change. */
const commandName = 'command line';

/** Publishes articles and takes them off the site, for operators, who name them by id or slug. */
export class ArticlePublisher {
  constructor(private readonly dependencies: ArticlePublisherDependencies) {}

  /** Null where there is no such article. */
  async find(idOrSlug: string): Promise<ArticleState | null> {
    const { database, store, clock } = this.dependencies;
    const article = await store.find(database.primary, idOrSlug);
    return article === null ? null : describe(article, clock.now());
  }

  /** The newest articles of the statuses. Cost: one statement. */
  async list(
    statuses: readonly `${ArticleState['status']}`[],
    limit: number,
  ): Promise<ArticleState[]> {
    const now = this.dependencies.clock.now();
    const articles = await this.dependencies.articleReads.listNewest(statuses, limit, now);
    return articles.map((article) => describe(article, now));
  }

  /**
   * Publishes an article's newest save at a future moment, or now.
   * Shape: null where there is no such article. Errors: BadUserInput for a moment that cannot be.
   */
  publish(idOrSlug: string, at: Date | null): Promise<PublisherResult | null> {
    return this.change(idOrSlug, (standing, now) => {
      if (at === null) return publishNow(standing, now);
      const planned = publishLater(standing, now, at);
      if ('standing' in planned) return planned.standing;
      throw new BadUserInput(explain(planned.fault, at));
    });
  }

  /** Makes an article a draft again. Shape: null where there is no such article. */
  unpublish(idOrSlug: string): Promise<PublisherResult | null> {
    return this.change(idOrSlug, (standing) => toDraft(standing));
  }

  /** Archives an article: nothing is deleted. Shape: null where there is no such article. */
  archive(idOrSlug: string): Promise<PublisherResult | null> {
    return this.change(idOrSlug, archive);
  }

  private change(
    idOrSlug: string,
    choose: (standing: Standing, now: Date) => Standing,
  ): Promise<PublisherResult | null> {
    const { database, clock, store, changer } = this.dependencies;
    const now = clock.now();
    return retrySettled(() =>
      database.transaction(async (transaction) => {
        const previous = await store.lock(transaction, idOrSlug);
        if (previous === null) return null;
        if (await hasSettled(changer, transaction, previous, now)) return settledFirst;
        const standing = choose(previous, now);
        if (isSameStanding(previous, standing)) {
          return { article: describe(previous, now), isChanged: false };
        }
        const change = { by: commandName, now };
        const article = await changer.change(transaction, previous, { standing }, change);
        return { article: describe(article, now), isChanged: true };
      }),
    );
  }
}

function explain(fault: StandingFault, at: Date): string {
  if (fault !== 'momentPassed') return toEditError(fault, 'en').message;
  return `${at.toISOString()} has passed: name a later moment, or none to publish now`;
}

function describe(article: Article, now: Date): ArticleState {
  const { id, slug, title, locale, publishedAt, updatedAt, editingVersion: version } = article;
  const status = statusAt(article, now);
  return { id, slug, title, locale, status, publishedAt, updatedAt, version };
}
