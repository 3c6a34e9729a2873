import { PublicError } from '../../platform/errors';
import type { Article } from './article.entity';

/** A slug that reads like another article's. */
export class SlugTaken extends PublicError {
  override readonly name = 'SlugTaken';
  readonly code = 'SLUG_TAKEN';
  constructor(slug: string, { id, slug: takenSlug }: Pick<Article, 'id' | 'slug'>) {
    super(
      `The slug "${slug}" reads like "${takenSlug}", which belongs to ${id}: choose another, or choose exactly that one to overwrite that article`,
    );
  }
}

/** The article is not there, or not for the viewer: the two look alike. */
export class ArticleNotFound extends PublicError {
  override readonly name = 'ArticleNotFound';
  readonly code = 'ARTICLE_NOT_FOUND';
  constructor(id: string) {
    super(`The article ${id} is not on the site: it may have been taken off since`);
  }
}

/** Another writer has changed the article since it was read. */
export class ArticleChanged extends Error {
  override readonly name = 'ArticleChanged';
  constructor(id: string) {
    super(`The article ${id} has been changed since it was read`);
  }
}
