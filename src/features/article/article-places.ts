import { foldText, numberSlug, slugify } from '../../lib/text';
import type { Queryable } from '../../platform/database';
import type { ImageRepository } from '../image';
import type { SectionRepository } from '../section';
import type { ArticleDraft } from './article-draft';
import { hasBaseNameOf, isOtherDay } from './article-source';
import type { ArticleWhole } from './article-whole';
import type { Article } from './article.entity';
import { SlugTaken } from './article.errors';
import type { ArticleRepository } from './article.repository';
import type { FormerSlugRepository } from './former-slug.repository';

/** Where a draft belongs: in place of an article that is there, or of none. */
export interface ArticlePlace {
  readonly slug: string;
  readonly previous: ArticleWhole | null;
  /** An article of the same source key that states another day; null where there is none. */
  readonly ofOtherDay: Article | null;
}

/** What finding a place needs. */
export interface ArticlePlacesDependencies {
  readonly articles: ArticleRepository;
  readonly sections: SectionRepository;
  readonly images: ImageRepository;
  readonly formerSlugs: FormerSlugRepository;
}

/** The article of a draft's source key, if any, and one of the key that states another day. */
interface KnownSource {
  readonly article: Article | null;
  readonly ofOtherDay: Article | null;
}

/** So many numbers of a slug are looked at together: few headlines come back as often. */
const numbersPerLook = 32;

const slugNumber = /-(\d{1,9})$/u;

/** Knows which article a draft is another version of, and which slugs are free. */
export class ArticlePlaces {
  constructor(private readonly dependencies: ArticlePlacesDependencies) {}

  /**
   * The place of a draft.
   *
   * 1. A known source key is the article of this key, whatever its title and slug, unless both state
   *    a day and the days differ.
   * 2. Otherwise a chosen slug names its article, unless that one has another source key.
   * 3. Otherwise the draft is a new article with the first free number of its slug. Former slugs
   *    are not free. A draft without a source key is the article that says the same.
   *
   * Shape: `isSame` tells whether an article says what the draft would make of it.
   * Errors: SlugTaken for a chosen slug that reads like another article's.
   */
  async find(
    reads: Queryable,
    draft: ArticleDraft,
    isSame: (previous: ArticleWhole) => boolean,
  ): Promise<ArticlePlace> {
    const { article, ofOtherDay } = await this.findBySource(reads, draft);
    if (article !== null) {
      const slug = await this.chooseSlug(reads, draft, article);
      return { slug, previous: await this.load(reads, article), ofOtherDay: null };
    }
    const place = draft.isSlugChosen
      ? await this.findChosen(reads, draft)
      : await this.findDerived(reads, draft, isSame);
    return { ...place, ofOtherDay };
  }

  /** An article with its parts. Cost: two statements. */
  async load(reads: Queryable, article: Article): Promise<ArticleWhole> {
    const { sections, images } = this.dependencies;
    return {
      article,
      sections: await sections.listWholeByArticleIds(reads, [article.id]),
      images: await images.listByArticleIds(reads, [article.id]),
    };
  }

  /** Fails where a slug reads like another article's than `articleId`. Errors: SlugTaken. */
  async checkFree(reads: Queryable, slug: string, articleId: string | null): Promise<void> {
    const taken = await this.dependencies.articles.listBySlugs(reads, [slug]);
    const other = taken.find(({ id }) => id !== articleId);
    if (other !== undefined) throw new SlugTaken(slug, other);
  }

  /** Cost: two statements. */
  private async findBySource(reads: Queryable, draft: ArticleDraft): Promise<KnownSource> {
    const { sourceKey, sourceDay } = draft;
    if (sourceKey === null) return { article: null, ofOtherDay: null };
    const latest = await this.dependencies.articles.findLatestBySource(reads, sourceKey);
    if (latest === null || !isOtherDay(latest, draft)) return { article: latest, ofOtherDay: null };
    const ofDay = await this.dependencies.articles.findBySource(reads, sourceKey, sourceDay ?? '');
    return { article: ofDay, ofOtherDay: latest };
  }

  /**
   * The slug of an article that is there: the chosen one; otherwise it follows a changed title,
   * unless it never followed from the title.
   */
  private async chooseSlug(
    reads: Queryable,
    draft: ArticleDraft,
    article: Article,
  ): Promise<string> {
    const { slug } = article;
    if (draft.slug === slug) return slug;
    if (draft.isSlugChosen) {
      const holder = await this.dependencies.articles.findBySlug(reads, draft.slug);
      // The draft's slug is a former one: an editor has given the article another since.
      if (holder?.id === article.id) return slug;
      await this.checkFree(reads, draft.slug, article.id);
      return draft.slug;
    }
    const isOfTitle = isNumbered(slug, slugify(article.title, article.locale));
    if (isNumbered(slug, draft.slug) || !isOfTitle) return slug;
    return (await this.findFree(reads, draft.slug, article.id)).slug;
  }

  private async findChosen(reads: Queryable, draft: ArticleDraft): Promise<Place> {
    const { slug } = draft;
    const holder = await this.dependencies.articles.findBySlug(reads, slug);
    if (holder !== null && mayBecome(holder, draft)) {
      // One that once had the slug and is of the same file was given another name here since.
      if (holder.slug === slug || hasBaseNameOf(holder, draft)) {
        return { slug: holder.slug, previous: await this.load(reads, holder) };
      }
    }
    await this.checkFree(reads, slug, null);
    return { slug, previous: null };
  }

  private async findDerived(
    reads: Queryable,
    draft: ArticleDraft,
    isSame: (previous: ArticleWhole) => boolean,
  ): Promise<Place> {
    const { slug, articles } = await this.findFree(reads, draft.slug, null);
    const known = await this.findVersion(reads, articles, draft, isSame);
    return known === null
      ? { slug, previous: null }
      : { slug: known.article.slug, previous: known };
  }

  /**
   * The first free number of a slug, for an article that is there or for a new one, and the
   * articles that have or had one of the numbers before it.
   */
  private async findFree(
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
      articles.push(...(await this.dependencies.articles.findByIds(reads, [...former.values()])));
      const keys = new Set([
        ...taken.filter(({ id }) => id !== articleId).map((article) => foldText(article.slug)),
        ...[...former].filter(([, id]) => id !== articleId).map(([key]) => key),
      ]);
      const free = slugs.find((numbered) => !keys.has(foldText(numbered)));
      if (free !== undefined) return { slug: free, articles };
    }
  }

  /** Of articles with such a slug the one that the draft is a version of. */
  private async findVersion(
    reads: Queryable,
    articles: readonly Article[],
    draft: ArticleDraft,
    isSame: (previous: ArticleWhole) => boolean,
  ): Promise<ArticleWhole | null> {
    if (draft.sourceKey !== null) {
      const old = articles.find((article) => isOfOldKey(article, draft));
      return old === undefined ? null : this.load(reads, old);
    }
    for (const article of articles) {
      const whole = await this.load(reads, article);
      if (isSame(whole)) return whole;
    }
    return null;
  }
}

type Place = Pick<ArticlePlace, 'slug' | 'previous'>;

/** Whether a slug is another one, or another one with a number behind. */
function isNumbered(slug: string, base: string): boolean {
  const number = Number(slugNumber.exec(slug)?.[1] ?? 1);
  return slug === base || slug === numberSlug(base, number);
}

/** Whether a draft that chose an article's slug may overwrite it: not another source's article. */
function mayBecome(holder: Article, draft: ArticleDraft): boolean {
  if (draft.sourceKey === null || holder.sourceKey === null) return true;
  return isOfOldKey(holder, draft);
}

function isOfOldKey(article: Article, draft: ArticleDraft): boolean {
  return hasBaseNameOf(article, draft) && !isOtherDay(article, draft);
}
