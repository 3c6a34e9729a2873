import { PublicError } from '../../platform/errors';

/** The slug that follows from a title belongs to another article. */
export class SlugTaken extends PublicError {
  override readonly name = 'SlugTaken';
  readonly code = 'SLUG_TAKEN';
  constructor(slug: string, articleId: string) {
    super(
      `The slug "${slug}" belongs to ${articleId}, which has another text: choose another slug, or choose this one to overwrite that article`,
    );
  }
}
