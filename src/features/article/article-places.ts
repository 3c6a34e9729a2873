import { foldText, numberSlug } from '../../lib/text';
import type { Reads } from '../../platform/database';
import type { ImageRepository } from '../image';
import type { SectionRepository } from '../section';
import type { ArticleDraft } from './article-draft';
import type { ArticleWhole } from './article-whole';
import type { Article } from './article.entity';
import { SlugTaken } from './article.errors';
import type { ArticleRepository } from './article.repository';
import type { FormerSlugRepository } from './former-slug.repository';

/** Where a draft belongs: in place of an article that is there, or of none. */
export interface ArticlePlace {
  readonly slug: string;
  readonly previous: ArticleWhole | null;
}

/** What finding a place needs. */
export interface ArticlePlacesParts {
  readonly articles: ArticleRepository;
  readonly sections: SectionRepository;
  readonly images: ImageRepository;
  readonly formerSlugs: FormerSlugRepository;
}

/** So many numbers of a slug are looked at together: few headlines come back as often. */
const numbersPerLook = 32;

/** Knows which article a draft is another version of, and which slugs are free. */
export class ArticlePlaces {
  constructor(private readonly parts: ArticlePlacesParts) {}

  /**
   * The place of a draft.
   *
   * A slug that somebody chose names its article. One that only follows from a title does not make
   * two pages one: the article must also come from the same file, or say the same; otherwise the
   * draft gets the first number that is free, of those too that addresses in use once had.
   * Shape: `isSame` tells whether an article says what the draft would make of it.
   * Errors: SlugTaken for a chosen slug that reads like another's.
   */
  find(
    reads: Reads,
    draft: ArticleDraft,
    isSame: (previous: ArticleWhole) => boolean,
  ): Promise<ArticlePlace> {
    return draft.isSlugChosen
      ? this.findChosen(reads, draft)
      : this.findDerived(reads, draft, isSame);
  }

  /** An article with its parts. Cost: two statements. */
  async load(reads: Reads, article: Article): Promise<ArticleWhole> {
    const { sections, images } = this.parts;
    return {
      article,
      sections: await sections.listWholeByArticleIds(reads, [article.id]),
      images: await images.listByArticleIds(reads, [article.id]),
    };
  }

  /** Fails where a slug reads like another article's than `articleId`. Errors: SlugTaken. */
  async checkFree(reads: Reads, slug: string, articleId: string | null): Promise<void> {
    const taken = await this.parts.articles.listBySlugs(reads, [slug]);
    const other = taken.find(({ id }) => id !== articleId);
    if (other !== undefined) throw new SlugTaken(slug, other);
  }

  private async findChosen(reads: Reads, draft: ArticleDraft): Promise<ArticlePlace> {
    const { slug } = draft;
    const holder = await this.parts.articles.findBySlug(reads, slug);
    // One that once had the slug and is of the same file was given another name here since.
    if (holder !== null && (holder.slug === slug || isOfFile(holder, draft))) {
      return { slug: holder.slug, previous: await this.load(reads, holder) };
    }
    await this.checkFree(reads, slug, null);
    return { slug, previous: null };
  }

  private async findDerived(
    reads: Reads,
    draft: ArticleDraft,
    isSame: (previous: ArticleWhole) => boolean,
  ): Promise<ArticlePlace> {
    for (let first = 1; ; first += numbersPerLook) {
      const slugs = Array.from({ length: numbersPerLook }, (_, index) =>
        numberSlug(draft.slug, first + index),
      );
      const former = await this.parts.formerSlugs.listHolders(reads, slugs);
      const taken = await this.parts.articles.listBySlugs(reads, slugs);
      const others = await this.parts.articles.findByIds(reads, [...former.values()]);
      const known = await this.findVersion(reads, [...taken, ...others], draft, isSame);
      if (known !== null) return { slug: known.article.slug, previous: known };
      const keys = new Set([...taken.map(({ slug }) => foldText(slug)), ...former.keys()]);
      const free = slugs.find((slug) => !keys.has(foldText(slug)));
      if (free !== undefined) return { slug: free, previous: null };
    }
  }

  /** Of articles with such a slug the one that the draft is a version of. */
  private async findVersion(
    reads: Reads,
    articles: readonly Article[],
    draft: ArticleDraft,
    isSame: (previous: ArticleWhole) => boolean,
  ): Promise<ArticleWhole | null> {
    const ofSameFile = articles.find((article) => isOfFile(article, draft));
    if (ofSameFile !== undefined) return this.load(reads, ofSameFile);
    for (const article of articles) {
      const whole = await this.load(reads, article);
      if (isSame(whole)) return whole;
    }
    return null;
  }
}

function isOfFile(article: Article, draft: ArticleDraft): boolean {
  return draft.sourceName !== null && article.sourceName === draft.sourceName;
}
