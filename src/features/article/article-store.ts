import { toNfc } from '../../lib/text';
import type { Queryable, Transaction } from '../../platform/database';
import type { ImageRepository } from '../image';
import type { SectionRepository } from '../section';
import type { TagAssigner } from '../tag';
import type { ArticleAggregate, TaggedAggregate } from './article-aggregate';
import type { ArticleIndexer } from './article-indexer';
import type { ArticleTallyRepository } from './article-tally.repository';
import type { Article } from './article.entity';
import { SlugTaken } from './article.errors';
import type { ArticleRepository } from './article.repository';
import { articleIdPrefix } from './article.service';
import type { FormerSlugRepository } from './former-slug.repository';
import { isPlacedAlike, listTags } from './list-changed-tags';

/** What the store needs. */
export interface ArticleStoreDependencies {
  readonly articles: ArticleRepository;
  readonly tallies: ArticleTallyRepository;
  readonly sections: SectionRepository;
  readonly images: ImageRepository;
  readonly formerSlugs: FormerSlugRepository;
  readonly tagAssigner: TagAssigner;
  readonly indexer: ArticleIndexer;
}

/**
 * Stores what readers see of articles: rows, sections, images, tags, counters, former slugs and the
 * search index, in the transaction that it is given, and invalidates the answers made of them.
 */
export class ArticleStore {
  constructor(private readonly dependencies: ArticleStoreDependencies) {}

  /**
   * The article of an id or slug, a former slug included; no other writer changes it before the
   * transaction ends. Shape: null where there is none. Cost: one statement, or two for a slug.
   */
  async lock(transaction: Transaction, idOrSlug: string): Promise<Article | null> {
    const { articles } = this.dependencies;
    if (isArticleId(idOrSlug)) return articles.lockById(transaction, idOrSlug);
    const found = await articles.findBySlug(transaction, toNfc(idOrSlug));
    return found === null ? null : articles.lockById(transaction, found.id);
  }

  /** The article of an id or slug, a former slug included; null where there is none. Cost: one statement. */
  async find(reads: Queryable, idOrSlug: string): Promise<Article | null> {
    const { articles } = this.dependencies;
    if (!isArticleId(idOrSlug)) return articles.findBySlug(reads, toNfc(idOrSlug));
    const [article] = await articles.findByIds(reads, [idOrSlug]);
    return article ?? null;
  }

  /** An article with its sections and images. Cost: two statements. */
  async load(reads: Queryable, article: Article): Promise<ArticleAggregate> {
    const { sections, images } = this.dependencies;
    return {
      article,
      sections: await sections.listWholeByArticleIds(reads, [article.id]),
      images: await images.listByArticleIds(reads, [article.id]),
    };
  }

  /** Fails where a slug reads like another article's than `articleId`. Errors: SlugTaken. */
  async checkFree(reads: Queryable, slug: string, articleId: string | null): Promise<void> {
    const other = await this.findHolder(reads, slug, articleId);
    if (other !== null) throw new SlugTaken(slug, other);
  }

  /** Whether a slug reads like another article's than `articleId`. Cost: one statement. */
  async isTaken(reads: Queryable, slug: string, articleId: string | null): Promise<boolean> {
    return (await this.findHolder(reads, slug, articleId)) !== null;
  }

  /** Writes a new article. */
  async insert(transaction: Transaction, next: TaggedAggregate): Promise<void> {
    await this.dependencies.articles.save(transaction, next.article);
    await this.writeParts(transaction, null, next);
    transaction.invalidate(listTags([next], false));
  }

  /**
   * Replaces an article with its sections and images.
   * Errors: ArticleChanged where it no longer has the editing version of `previous`.
   */
  async replace(transaction: Transaction, previous: Article, next: TaggedAggregate): Promise<void> {
    const { articles, sections, images } = this.dependencies;
    const before = await this.loadParts(transaction, previous);
    await articles.replace(transaction, next.article, previous.editingVersion);
    await images.removeByArticleId(transaction, previous.id);
    await sections.removeByArticleId(transaction, previous.id);
    await this.writeParts(transaction, previous, next);
    transaction.invalidate(listTags([before, next], isPlacedAlike(previous, next.article)));
  }

  /**
   * Replaces an article's own row; its text stays.
   * Errors: ArticleChanged where it no longer has the editing version of `previous`.
   */
  async replaceRow(transaction: Transaction, previous: Article, next: Article): Promise<void> {
    await this.dependencies.articles.replace(transaction, next, previous.editingVersion);
    if (isPlacedAlike(previous, next)) return;
    await this.dependencies.tallies.move(transaction, previous, next);
    await this.dependencies.tagAssigner.follow(transaction, [next]);
    if (next.isPublic !== previous.isPublic || isPutOff(previous) !== isPutOff(next)) {
      await this.dependencies.indexer.index(transaction, await this.load(transaction, next));
    }
    const parts = await this.loadParts(transaction, next);
    transaction.invalidate(listTags([parts], false));
  }

  /** Deletes an article with all that hangs on it. */
  async remove(transaction: Transaction, article: Article): Promise<void> {
    const { articles, tallies, tagAssigner, indexer } = this.dependencies;
    const parts = await this.loadParts(transaction, article);
    // In the order of every other writer, so that two never wait for each other.
    await tallies.move(transaction, article, null);
    await tagAssigner.remove(transaction, article);
    await indexer.remove(transaction, article.id);
    await articles.remove(transaction, article.id);
    transaction.invalidate(listTags([parts], false));
  }

  private async findHolder(
    reads: Queryable,
    slug: string,
    articleId: string | null,
  ): Promise<Article | null> {
    const taken = await this.dependencies.articles.listBySlugs(reads, [slug]);
    return taken.find(({ id }) => id !== articleId) ?? null;
  }

  /** The ids of an article's parts without their texts. */
  private async loadParts(reads: Queryable, article: Article): Promise<ArticleAggregate> {
    const { sections, images } = this.dependencies;
    return {
      article,
      sections: await sections.listByArticleIds(reads, [article.id]),
      images: await images.listByArticleIds(reads, [article.id]),
    };
  }

  private async writeParts(
    transaction: Transaction,
    previous: Article | null,
    next: TaggedAggregate,
  ): Promise<void> {
    const { tallies, tagAssigner, sections, images, indexer } = this.dependencies;
    await tallies.move(transaction, previous, next.article);
    await tagAssigner.assign(transaction, next.article, next.tags);
    await sections.save(transaction, next.sections);
    await images.save(transaction, next.images);
    await this.moveSlug(transaction, previous, next.article);
    if (isPutOff(next.article) && previous?.isPublic !== true)
      await indexer.defer(transaction, next.article.id);
    else await indexer.index(transaction, next);
  }

  /** The slug that an article had goes on answering. */
  private async moveSlug(
    transaction: Transaction,
    previous: Article | null,
    { id, slug, editedAt }: Article,
  ): Promise<void> {
    const { formerSlugs } = this.dependencies;
    if (previous?.slug === slug) return;
    await formerSlugs.remove(transaction, slug);
    if (previous !== null) await formerSlugs.save(transaction, previous.slug, id, editedAt);
  }
}

function isArticleId(text: string): boolean {
  return text.startsWith(`${articleIdPrefix}_`);
}

/**
 * Whether nobody but editors finds an article: it is indexed with their next search. A scheduled one
 * is indexed at once, so that it is found from its moment on, whoever is awake then.
 */
function isPutOff({ storedStatus }: Article): boolean {
  return storedStatus !== 'PUBLISHED';
}
