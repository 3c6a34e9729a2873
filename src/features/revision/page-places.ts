import { foldText, numberSlug, slugify } from '../../lib/text';
import type { Queryable } from '../../platform/database';
import type { Article, ArticleFeature } from '../article';
import type { ArticleStore } from './article-store';
import type { PageArticle } from './page-article';
import { hasBaseNameOf, isOtherDay } from './page-source';

/** Where a page belongs: in place of an article that is there, or of none. */
export interface PagePlace {
  readonly slug: string;
  readonly previous: Article | null;
  /** An article of the same source key that states another day; null where there is none. */
  readonly ofOtherDay: Article | null;
}

/** What finding a place needs. */
export interface PagePlacesDependencies {
  readonly articles: ArticleFeature['articles'];
  readonly formerSlugs: ArticleFeature['formerSlugs'];
  readonly store: ArticleStore;
}

/** The article of a page's source key, if any, and one of the key that states another day. */
interface KnownSource {
  readonly article: Article | null;
  readonly ofOtherDay: Article | null;
}

/** So many numbers of a slug are looked at together: few headlines come back as often. */
const numbersPerLook = 32;

const slugNumber = /-(\d{1,9})$/u;

/** Knows which article a page is another version of, and which slugs are free. */
export class PagePlaces {
  constructor(private readonly dependencies: PagePlacesDependencies) {}

  /**
   * The place of a page.
   *
   * 1. A known source key is the article of this key, whatever its title and slug, unless both state
   *    a day and the days differ.
   * 2. Otherwise a chosen slug names its article, unless that one has another source key.
   * 3. Otherwise the page is a new article with the first free number of its slug. Former slugs
   *    are not free. A page without a source key is the article that says the same.
   *
   * Shape: `isSame` tells whether an article says what the page would make of it.
   * Errors: SlugTaken for a chosen slug that reads like another article's.
   */
  async find(reads: Queryable, page: PageArticle, isSame: IsSame): Promise<PagePlace> {
    const { article, ofOtherDay } = await this.findBySource(reads, page);
    if (article !== null) {
      const slug = await this.chooseSlug(reads, page, article);
      return { slug, previous: article, ofOtherDay: null };
    }
    const place = page.isSlugChosen
      ? await this.findChosen(reads, page)
      : await this.findDerived(reads, page, isSame);
    return { ...place, ofOtherDay };
  }

  /** Cost: two statements. */
  private async findBySource(reads: Queryable, page: PageArticle): Promise<KnownSource> {
    const { sourceKey, sourceDay } = page;
    if (sourceKey === null) return { article: null, ofOtherDay: null };
    const latest = await this.dependencies.articles.findLatestBySource(reads, sourceKey);
    if (latest === null || !isOtherDay(latest, page)) return { article: latest, ofOtherDay: null };
    const ofDay = await this.dependencies.articles.findBySource(reads, sourceKey, sourceDay ?? '');
    return { article: ofDay, ofOtherDay: latest };
  }

  /**
   * The slug of an article that is there: the chosen one; otherwise it follows a changed title,
   * unless it never followed from the title.
   */
  private async chooseSlug(reads: Queryable, page: PageArticle, article: Article): Promise<string> {
    const { slug } = article;
    if (page.slug === slug) return slug;
    if (page.isSlugChosen) {
      const holder = await this.dependencies.articles.findBySlug(reads, page.slug);
      // The page's slug is a former one: an editor has given the article another since.
      if (holder?.id === article.id) return slug;
      await this.dependencies.store.checkFree(reads, page.slug, article.id);
      return page.slug;
    }
    const isOfTitle = isNumbered(slug, slugify(article.title, article.locale));
    if (isNumbered(slug, page.slug) || !isOfTitle) return slug;
    return (await this.findFree(reads, page.slug, article.id)).slug;
  }

  private async findChosen(reads: Queryable, page: PageArticle): Promise<Place> {
    const { slug } = page;
    const found = await this.dependencies.articles.findBySlug(reads, slug);
    const holder = await this.readWhole(reads, found);
    if (holder !== null && mayBecome(holder, page)) {
      // One that once had the slug and is of the same file was given another name here since.
      if (holder.slug === slug || hasBaseNameOf(holder, page)) {
        return { slug: holder.slug, previous: holder };
      }
    }
    await this.dependencies.store.checkFree(reads, slug, null);
    return { slug, previous: null };
  }

  private async readWhole(reads: Queryable, article: Article | null): Promise<Article | null> {
    if (article === null) return null;
    const [whole = null] = await this.dependencies.articles.listWholeByIds(reads, [article.id]);
    return whole;
  }

  private async findDerived(reads: Queryable, page: PageArticle, isSame: IsSame): Promise<Place> {
    const { slug, articles } = await this.findFree(reads, page.slug, null);
    const known = await findVersion(articles, page, isSame);
    return known === null ? { slug, previous: null } : { slug: known.slug, previous: known };
  }

  /**
   * The first free number of a slug, for an article that is there or for a new one, and the
   * articles that have or had one of the numbers before it.
   */
  async findFree(
    reads: Queryable,
    slug: string,
    articleId: string | null,
  ): Promise<{ slug: string; articles: readonly Article[] }> {
    const articles: Article[] = [];
    for (let first = 1; ; first += numbersPerLook) {
      const slugs = Array.from({ length: numbersPerLook }, (_, index) =>
        numberSlug(slug, first + index),
      );
      const former = await this.dependencies.formerSlugs.listHolders(reads, slugs);
      const taken = await this.dependencies.articles.listBySlugs(reads, slugs);
      articles.push(...taken);
      const holders = [...former.values()];
      articles.push(...(await this.dependencies.articles.listWholeByIds(reads, holders)));
      const keys = new Set([
        ...taken.filter(({ id }) => id !== articleId).map((article) => foldText(article.slug)),
        ...[...former].filter(([, id]) => id !== articleId).map(([key]) => key),
      ]);
      const free = slugs.find((numbered) => !keys.has(foldText(numbered)));
      if (free !== undefined) return { slug: free, articles };
    }
  }
}

/** Whether an article says already what the page says. */
export type IsSame = (article: Article) => Promise<boolean>;

/** Of articles with such a slug the one that the page is a version of. */
async function findVersion(
  articles: readonly Article[],
  page: PageArticle,
  isSame: IsSame,
): Promise<Article | null> {
  if (page.sourceKey !== null) {
    return articles.find((article) => isOfOldKey(article, page)) ?? null;
  }
  for (const article of articles) {
    if (await isSame(article)) return article;
  }
  return null;
}

type Place = Pick<PagePlace, 'slug' | 'previous'>;

/** Whether a slug is another one, or another one with a number behind. */
function isNumbered(slug: string, base: string): boolean {
  const number = Number(slugNumber.exec(slug)?.[1] ?? 1);
  return slug === base || slug === numberSlug(base, number);
}

/** Whether a page that chose an article's slug may overwrite it: not another source's article. */
function mayBecome(holder: Article, page: PageArticle): boolean {
  if (page.sourceKey === null || holder.sourceKey === null) return true;
  return isOfOldKey(holder, page);
}

function isOfOldKey(article: Article, page: PageArticle): boolean {
  return hasBaseNameOf(article, page) && !isOtherDay(article, page);
}
