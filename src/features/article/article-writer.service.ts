import type { Clock } from '../../platform/clock';
import type { Database, Transaction } from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import { type ImageRepository, imageTag } from '../image';
import { type SectionRepository, sectionTag } from '../section';
import type { ArticleDraft, WriteOutcome } from './article-draft';
import { type ArticleWhole, composeArticle, isSameContent } from './article-whole';
import type { Article } from './article.entity';
import { SlugTaken } from './article.errors';
import type { ArticleRepository } from './article.repository';
import { articleTags } from './article.tags';

/** What the writer needs. */
export interface ArticleWriterParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly articles: ArticleRepository;
  readonly sections: SectionRepository;
  readonly images: ImageRepository;
}

/** An article as it now stands, and what was done to it. */
export interface WrittenArticle {
  readonly outcome: WriteOutcome;
  readonly article: Article;
}

/** Writes articles whole: the row, its sections and its images in one transaction. */
export class ArticleWriter {
  constructor(private readonly parts: ArticleWriterParts) {}

  /** Whether the service holds any article. */
  hasAny(): Promise<boolean> {
    return this.parts.articles.hasAny(this.parts.database.primary);
  }

  /** What `write` would do, with nothing written. Errors: SlugTaken. */
  async plan(draft: ArticleDraft): Promise<WrittenArticle> {
    const previous = await this.findWhole(this.parts.database.primary, draft.slug);
    const next = this.compose(draft, previous);
    return describe(draft, previous, next);
  }

  /**
   * Creates the article of the draft's slug, or makes the one that is there like the draft.
   * Errors: SlugTaken, with nothing written.
   */
  write(draft: ArticleDraft): Promise<WrittenArticle> {
    return this.parts.database.transaction(async (transaction) => {
      const previous = await this.findWhole(transaction, draft.slug);
      const next = this.compose(draft, previous);
      const written = describe(draft, previous, next);
      if (written.outcome !== 'unchanged') {
        await this.save(transaction, previous, next);
        transaction.announce(listChangedTags(previous, next));
      }
      return written;
    });
  }

  private compose(draft: ArticleDraft, previous: ArticleWhole | null): ArticleWhole {
    return composeArticle(draft, previous, { ids: this.parts.ids, now: this.parts.clock.now() });
  }

  private async findWhole(
    reads: Parameters<ArticleRepository['findBySlug']>[0],
    slug: string,
  ): Promise<ArticleWhole | null> {
    const { articles, sections, images } = this.parts;
    const article = await articles.findBySlug(reads, slug);
    if (article === null) return null;
    return {
      article,
      sections: await sections.listWholeByArticleIds(reads, [article.id]),
      images: await images.listByArticleIds(reads, [article.id]),
    };
  }

  private async save(
    transaction: Transaction,
    previous: ArticleWhole | null,
    next: ArticleWhole,
  ): Promise<void> {
    const { articles, sections, images } = this.parts;
    if (previous === null) await articles.save(transaction, next.article);
    else {
      await articles.replace(transaction, next.article);
      await images.removeByArticleId(transaction, next.article.id);
      await sections.removeByArticleId(transaction, next.article.id);
    }
    await sections.save(transaction, next.sections);
    await images.save(transaction, next.images);
  }
}

/** What answers show of an article that was written; lists where its place in one may be another. */
function listChangedTags(previous: ArticleWhole | null, next: ArticleWhole): string[] {
  const wholes = previous === null ? [next] : [previous, next];
  const tags = wholes.flatMap(({ article, sections, images }) => [
    articleTags.article(article.id),
    articleTags.slug(article.slug),
    ...sections.map(({ id }) => sectionTag(id)),
    ...images.map(({ id }) => imageTag(id)),
  ]);
  const isPlacedAlike = previous !== null && placeOf(previous.article) === placeOf(next.article);
  return [...new Set(isPlacedAlike ? tags : [...tags, articleTags.lists])];
}

/** Everything that lists filter or sort by. */
function placeOf({ storedStatus, timelineAt, locale, byline }: Article): string {
  return JSON.stringify([storedStatus, timelineAt, locale, byline]);
}

/**
 * A slug that only follows from a title does not make two pages one: another file with the same
 * headline and another text must not overwrite the first.
 */
function describe(
  draft: ArticleDraft,
  previous: ArticleWhole | null,
  next: ArticleWhole,
): WrittenArticle {
  if (previous === null) return { outcome: 'created', article: next.article };
  if (isSameContent(previous, next)) return { outcome: 'unchanged', article: previous.article };
  const isSameSource = previous.article.sourceName === draft.sourceName;
  if (!draft.isSlugChosen && !isSameSource) throw new SlugTaken(draft.slug, previous.article.id);
  return { outcome: 'updated', article: next.article };
}
