import type { Reads } from '../../platform/database';
import type { RequestScope } from '../access';
import { type Article, type ArticleRepository, canSeeArticle } from '../article';
import { maxDepth } from './comment-bounds';
import { CommentStatus } from './comment-enums';
import type { Comment } from './comment.entity';
import type { CommentFault } from './comment.messages';
import type { CommentRepository } from './comment.repository';
import { isOpenAt } from './moderation/closing';
import type { ArticleFacts, Submission } from './moderation/moderation-phase';

/** Where a comment is to stand, and what is wrong with that place. */
export interface CommentPlace {
  /** Null where there is none that the viewer may see. */
  readonly article: Article | null;
  /** The comment that it replies to; null for a top-level one. */
  readonly parent: Comment | null;
  readonly faults: readonly CommentFault[];
}

/** Finds the places of comments. */
export class CommentPlaces {
  constructor(
    private readonly articles: ArticleRepository,
    private readonly comments: CommentRepository,
  ) {}

  /** The place that a submission names. Cost: one statement, and one more for a reply. */
  async find(
    scope: RequestScope,
    reads: Reads,
    { articleId, parentId }: Submission,
    closeAfterDays: number | null,
  ): Promise<CommentPlace> {
    const [article] = await this.articles.findByIds(reads, [articleId]);
    if (article === undefined || !canSeeArticle(scope.viewer, article, scope.now)) {
      return { article: null, parent: null, faults: ['articleMissing'] };
    }
    const isOpen = isOpenAt(toArticleFacts(article), closeAfterDays, scope.now);
    const closed: CommentFault[] = isOpen ? [] : ['articleClosed'];
    if (parentId === null) return { article, parent: null, faults: closed };
    const [parent] = await this.comments.findByIds(reads, [parentId]);
    const isThere = parent?.articleId === articleId && parent.status === CommentStatus.APPROVED;
    if (!isThere) return { article, parent: null, faults: [...closed, 'parentMissing'] };
    const isTooDeep = parent.depth >= maxDepth;
    return { article, parent, faults: isTooDeep ? [...closed, 'parentTooDeep'] : closed };
  }
}

/** What moderation knows of an article. */
export function toArticleFacts({ byline, commentsOpen, publishedAt }: Article): ArticleFacts {
  return { byline, isOpen: commentsOpen, publishedAt };
}
