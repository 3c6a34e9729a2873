import type { Clock } from '../../platform/clock';
import {
  retryOvertaken,
  type Database,
  type Queryable,
  type Transaction,
} from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import { Article, type ArticleFeature } from '../article';
import type { ArticleChanger } from './article-changer';
import { contentOf } from './article-edits';
import { isSameStanding } from './article-publishing.service';
import type { ArticleRevisionRepository } from './article-revision.repository';
import { settle, type Standing } from './article-standing';
import type { ArticleStore } from './article-store';
import { toRevision } from './compose-article';
import { type ArticleContent, hashContent } from './content/snapshot';
import { composeNewArticle } from './new-article';
import type { PageArticle, WriteOutcome } from './page-article';
import { toPageContent } from './page-content';
import type { PagePlaces } from './page-places';
import { composeSource, isSamePage, isSameSource, pickSource, startOf } from './page-source';
import { hasSettled, retrySettled, settledFirst } from './settled-first';

/** What the writer needs. */
export interface ArticleWriterDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly articles: ArticleFeature['articles'];
  readonly store: ArticleStore;
  readonly places: PagePlaces;
  readonly revisions: ArticleRevisionRepository;
  readonly changer: ArticleChanger;
}

/** An article as it now stands, and what was done to it. */
export interface WrittenArticle {
  readonly outcome: WriteOutcome;
  readonly article: Article;
  /** An article of the same source key that states another day, where this one is new. */
  readonly ofOtherDay: Article | null;
}

/** What a page makes of the article that is there, or of none. */
interface Preparation {
  readonly previous: Article | null;
  readonly ofOtherDay: Article | null;
  readonly content: ArticleContent;
  /** Whether the content is not what the article says already. */
  readonly isNewText: boolean;
}

/** Who the history names for an imported page. */
const importName = 'import';

/** Writes articles from pages: each is a save, published at once unless it is to be a draft. */
export class ArticleWriter {
  constructor(private readonly dependencies: ArticleWriterDependencies) {}

  /** Whether the service holds any article. */
  hasAny(): Promise<boolean> {
    return this.dependencies.articles.hasAny(this.dependencies.database.primary);
  }

  /** What `write` would do, with nothing written. Errors: SlugTaken. */
  async plan(page: PageArticle): Promise<WrittenArticle> {
    const now = this.dependencies.clock.now();
    const prepared = await this.prepare(this.dependencies.database.primary, page, now);
    const { previous, content, isNewText, ofOtherDay } = prepared;
    if (previous === null) {
      const article = Object.assign(new Article(), { slug: content.slug });
      return { outcome: 'created', article, ofOtherDay };
    }
    const before = settle(previous, now);
    const after = isNewText ? { ...before, newestVersion: before.newestVersion + 1 } : before;
    const isMoved = !isSameStanding(before, standAs(page, after, isNewText, now));
    return {
      outcome: isNewText || isMoved ? 'updated' : 'unchanged',
      article: previous,
      ofOtherDay,
    };
  }

  /**
   * Creates the article of a page, or saves what the page says in the one that is there. A slug
   * that only follows from a title gets a number where another article has it.
   * Errors: SlugTaken, with nothing written.
   */
  write(page: PageArticle): Promise<WrittenArticle> {
    const { database, clock } = this.dependencies;
    const now = clock.now();
    const attempt = () =>
      database.transaction(async (transaction) => {
        const prepared = await this.prepare(transaction, page, now);
        if (prepared.previous === null) return this.create(transaction, page, prepared, now);
        return this.update(transaction, page, { ...prepared, previous: prepared.previous }, now);
      });
    return retryOvertaken(() => retrySettled(attempt));
  }

  /**
   * Gives an article another slug; the one that it had goes on answering.
   * Shape: the article as it now stands; null where there is none of this id.
   * Errors: SlugTaken, with nothing written.
   */
  changeSlug(articleId: string, slug: string): Promise<Article | null> {
    const { database, store, changer, clock } = this.dependencies;
    const now = clock.now();
    const attempt = () =>
      database.transaction(async (transaction) => {
        const previous = await store.lock(transaction, articleId);
        if (previous === null || previous.slug === slug) return previous;
        if (await hasSettled(changer, transaction, previous, now)) return settledFirst;
        const content = { ...(await this.readShown(transaction, previous, now)), slug };
        return changer.change(
          transaction,
          previous,
          {
            standing: previous,
            save: { content, note: null },
            afterSave: (standing) => ({ ...standing, version: standing.newestVersion }),
          },
          { by: importName, now },
        );
      });
    return retrySettled(attempt);
  }

  private async prepare(reads: Queryable, page: PageArticle, now: Date): Promise<Preparation> {
    const { places, ids } = this.dependencies;
    const compose = (slug: string, base: ArticleContent | null) =>
      toPageContent({ ...page, slug }, base, (kind) => ids.make(kind, now));
    const isSame = async (article: Article) => {
      const shown = await this.readShown(reads, article, now);
      return hashContent(compose(article.slug, shown)) === hashContent(shown);
    };
    const { slug, previous, ofOtherDay } = await places.find(reads, page, isSame);
    if (previous === null) {
      return { previous, ofOtherDay, content: compose(slug, null), isNewText: true };
    }
    const shown = await this.readShown(reads, previous, now);
    // The same page again: what editors have changed since stays.
    const isKnown = isSamePage(previous, page) && slug === previous.slug;
    const content = isKnown ? shown : compose(slug, shown);
    return {
      previous,
      ofOtherDay,
      content,
      isNewText: hashContent(content) !== hashContent(shown),
    };
  }

  private async create(
    transaction: Transaction,
    page: PageArticle,
    { content, ofOtherDay }: Preparation,
    now: Date,
  ): Promise<WrittenArticle> {
    const { ids, changer } = this.dependencies;
    const publishedAt = page.publishedAt ?? startOf(page, now);
    const article = composeNewArticle(ids.make('article', now), {
      ...(page.isDraft === true ? {} : { storedStatus: 'PUBLISHED', publishedAt }),
      ...composeSource(page, null),
      editedBy: importName,
      editedAt: now,
      createdAt: now,
    });
    const change = { by: importName, now };
    const written = await changer.create(transaction, article, { content, note: null }, change);
    return { outcome: 'created', article: written, ofOtherDay };
  }

  private async update(
    transaction: Transaction,
    page: PageArticle,
    prepared: Preparation & { readonly previous: Article },
    now: Date,
  ): Promise<WrittenArticle | typeof settledFirst> {
    const { store, changer, articles } = this.dependencies;
    const { isNewText, content, ofOtherDay } = prepared;
    const previous = (await store.lock(transaction, prepared.previous.id)) ?? prepared.previous;
    if (await hasSettled(changer, transaction, previous, now)) return settledFirst;
    const afterSave = (saved: Standing) => standAs(page, saved, isNewText, now);
    const isMoved = !isSameStanding(previous, afterSave(previous));
    const save = isNewText ? { content, note: null } : undefined;
    const article =
      isNewText || isMoved
        ? await changer.change(
            transaction,
            previous,
            { standing: previous, save, afterSave },
            { by: importName, now },
          )
        : previous;
    // A draft is imported once more to be published.
    const source = page.isDraft === true ? pickSource(previous) : composeSource(page, previous);
    if (!isSameSource(previous, source)) {
      await articles.setSource(transaction, Object.assign(article, source));
    }
    return { outcome: isNewText || isMoved ? 'updated' : 'unchanged', article, ofOtherDay };
  }

  /**
   * What readers see of an article at an instant, or its newest save where they see none.
   * Cost: one statement.
   */
  private async readShown(reads: Queryable, article: Article, now: Date): Promise<ArticleContent> {
    const { revisions } = this.dependencies;
    const settled = Object.assign(new Article(), article, settle(article, now));
    const row = await revisions.getByVersion(reads, article.id, settled.version);
    return contentOf(toRevision(row), settled);
  }
}

/** Where a page puts an article that is there: it does not bring back what was taken off the site. */
function standAs(page: PageArticle, standing: Standing, isNewText: boolean, now: Date): Standing {
  if (page.isDraft === true) return standing;
  const publishedAt = page.publishedAt ?? standing.publishedAt;
  const isNew = standing.storedStatus === 'DRAFT' && standing.storedFirstPublishedAt === null;
  if (isNew) {
    return {
      ...standing,
      storedStatus: 'PUBLISHED',
      publishedAt: publishedAt ?? startOf(page, now),
    };
  }
  if (standing.storedStatus !== 'PUBLISHED') {
    return { ...standing, publishedAt: standing.storedStatus === 'DRAFT' ? null : publishedAt };
  }
  const version = isNewText ? standing.newestVersion : standing.version;
  const { unpublishAt } = standing;
  const isEndBefore = unpublishAt !== null && publishedAt !== null && unpublishAt <= publishedAt;
  return { ...standing, publishedAt, version, unpublishAt: isEndBefore ? null : unpublishAt };
}
