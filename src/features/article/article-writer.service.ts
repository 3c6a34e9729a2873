import type { Clock } from '../../platform/clock';
import {
  type Database,
  type Queryable,
  type Transaction,
  DatabaseError,
} from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import type { ImageRepository } from '../image';
import type { SectionRepository } from '../section';
import type { ArticleDraft, WriteOutcome } from './article-draft';
import type { ArticleIndexer } from './article-indexer';
import type { ArticlePlaces } from './article-places';
import type { ArticleTallyRepository } from './article-tally.repository';
import { type ArticleWhole, composeArticle, isSameContent, withSlug } from './article-whole';
import type { Article } from './article.entity';
import { ArticleChanged } from './article.errors';
import type { ArticleRepository } from './article.repository';
import type { FormerSlugRepository } from './former-slug.repository';
import { listChangedTags } from './list-changed-tags';

/** What the writer needs. */
export interface ArticleWriterDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly articles: ArticleRepository;
  readonly tallies: ArticleTallyRepository;
  readonly sections: SectionRepository;
  readonly images: ImageRepository;
  readonly places: ArticlePlaces;
  readonly formerSlugs: FormerSlugRepository;
  readonly indexer: ArticleIndexer;
}

/** An article as it now stands, and what was done to it. */
export interface WrittenArticle {
  readonly outcome: WriteOutcome;
  readonly article: Article;
  /** An article of the same source key that states another day, where this one is new. */
  readonly ofOtherDay: Article | null;
}

/** What a draft makes of the article that is there. */
interface Preparation {
  readonly previous: ArticleWhole | null;
  readonly next: ArticleWhole;
  readonly ofOtherDay: Article | null;
}

/** Writes articles whole: the row, its sections, its images and its index in one transaction. */
export class ArticleWriter {
  constructor(private readonly dependencies: ArticleWriterDependencies) {}

  /** Whether the service holds any article. */
  hasAny(): Promise<boolean> {
    return this.dependencies.articles.hasAny(this.dependencies.database.primary);
  }

  /** What `write` would do, with nothing written. Errors: SlugTaken. */
  async plan(draft: ArticleDraft): Promise<WrittenArticle> {
    return describe(await this.prepare(this.dependencies.database.primary, draft));
  }

  /**
   * Creates the article of the draft's slug, or makes the one that is there like the draft. A slug
   * that only follows from a title gets a number where another article has it.
   * Errors: SlugTaken, with nothing written.
   */
  async write(draft: ArticleDraft): Promise<WrittenArticle> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.writeOnce(draft);
      } catch (error) {
        // On PostgreSQL another writer may come between the look and the write: look again.
        if (!isOvertaken(error) || attempt === maxAttempts) throw error;
      }
    }
  }

  private writeOnce(draft: ArticleDraft): Promise<WrittenArticle> {
    return this.dependencies.database.transaction(async (transaction) => {
      const prepared = await this.prepare(transaction, draft);
      const { previous, next } = prepared;
      const written = describe(prepared);
      if (written.outcome !== 'unchanged') {
        await this.save(transaction, previous, next);
        transaction.invalidate(listChangedTags(previous, next));
      } else if (!hasSameSource(written.article, next.article)) {
        await this.dependencies.articles.setSource(transaction, next.article);
      }
      return written;
    });
  }

  /**
   * Gives an article another slug; the one that it had goes on answering.
   * Shape: the article as it now stands; null where there is none of this id.
   * Errors: SlugTaken, with nothing written.
   */
  changeSlug(articleId: string, slug: string): Promise<Article | null> {
    return this.dependencies.database.transaction(async (transaction) => {
      const [article] = await this.dependencies.articles.findByIds(transaction, [articleId]);
      if (article === undefined || article.slug === slug) return article ?? null;
      await this.dependencies.places.checkFree(transaction, slug, articleId);
      const previous = await this.dependencies.places.load(transaction, article);
      const next = withSlug(previous, slug, this.dependencies.clock.now());
      await this.dependencies.articles.replace(transaction, next.article, article.version);
      await this.keepFormerSlug(transaction, previous, next);
      transaction.invalidate(listChangedTags(previous, next));
      return next.article;
    });
  }

  private async prepare(reads: Queryable, draft: ArticleDraft): Promise<Preparation> {
    const compose = (slug: string, previous: ArticleWhole | null) =>
      composeArticle({ ...draft, slug }, previous, {
        ids: this.dependencies.ids,
        now: this.dependencies.clock.now(),
      });
    const { slug, previous, ofOtherDay } = await this.dependencies.places.find(
      reads,
      draft,
      (known) => isSameContent(known, compose(known.article.slug, known)),
    );
    return { previous, next: compose(slug, previous), ofOtherDay };
  }

  private async save(
    transaction: Transaction,
    previous: ArticleWhole | null,
    next: ArticleWhole,
  ): Promise<void> {
    const { articles, tallies, sections, images, indexer } = this.dependencies;
    if (previous === null) await articles.save(transaction, next.article);
    else {
      await articles.replace(transaction, next.article, previous.article.version);
      await images.removeByArticleId(transaction, next.article.id);
      await sections.removeByArticleId(transaction, next.article.id);
    }
    await tallies.move(transaction, previous?.article ?? null, next.article);
    await sections.save(transaction, next.sections);
    await images.save(transaction, next.images);
    await this.keepFormerSlug(transaction, previous, next);
    await indexer.index(transaction, next);
  }

  private async keepFormerSlug(
    transaction: Transaction,
    previous: ArticleWhole | null,
    { article: { id, slug, updatedAt } }: ArticleWhole,
  ): Promise<void> {
    const { formerSlugs } = this.dependencies;
    if (previous?.article.slug === slug) return;
    await formerSlugs.remove(transaction, slug);
    if (previous !== null) {
      await formerSlugs.save(transaction, previous.article.slug, id, updatedAt);
    }
  }
}

function describe({ previous, next, ofOtherDay }: Preparation): WrittenArticle {
  if (previous === null) return { outcome: 'created', article: next.article, ofOtherDay };
  if (!isSameContent(previous, next)) {
    return { outcome: 'updated', article: next.article, ofOtherDay };
  }
  return { outcome: 'unchanged', article: previous.article, ofOtherDay };
}

function hasSameSource(one: Article, other: Article): boolean {
  return one.sourceKey === other.sourceKey && one.sourceDay === other.sourceDay;
}

/** Each attempt that is overtaken means that another writer's change was stored meanwhile. */
const maxAttempts = 5;

/**
 * Whether a write met a row that was not there when it looked, or was changed since.
 * Source: PostgreSQL, appendix A (23505, unique_violation).
 */
function isOvertaken(error: unknown): boolean {
  const isPlaceTaken = error instanceof DatabaseError && error.code === '23505';
  return isPlaceTaken || error instanceof ArticleChanged;
}
