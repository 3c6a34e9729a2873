import type { Queryable } from '../../platform/database';
import type { RequestScope } from '../../platform/request';
import { type Article, type ArticleFeature, canSeeArticle } from '../article';
import { CommentStatus } from '../decision';
import { isOpenAt, toArticleFacts } from '../moderation';
import { type CommentFault, maxDepth } from '../submission';
import type { CommentSubmission } from './comment-submission';
import type { Comment } from './comment.entity';
import { canSeeComment } from './comment.policy';
import type { CommentRepository } from './comment.repository';

/** Where a comment is to stand, and what is wrong with that place. */
export interface CommentPlace {
  readonly submission: CommentSubmission;
  /** Null where there is none that the viewer may see. */
  readonly article: Article | null;
  /** The comment that it replies to; null for a top-level one. */
  readonly parent: Comment | null;
  readonly faults: readonly CommentFault[];
}

/** Finds the places of comments. */
export class CommentPlaces {
  constructor(
    private readonly articles: ArticleFeature['articles'],
    private readonly comments: CommentRepository,
  ) {}

  /** Whether the viewer sees a comment and its article. Cost: one statement at most. */
  async isReadable(
    { viewer, now }: RequestScope,
    reads: Queryable,
    comment: Comment,
  ): Promise<boolean> {
    if (!canSeeComment(viewer, comment)) return false;
    const [article] = await this.articles.findByIds(reads, [comment.articleId]);
    return article !== undefined && canSeeArticle(viewer, article, now);
  }

  /** The places that comments name. Cost: one statement, and one more where any is a reply. */
  async findAll(
    reads: Queryable,
    submitted: readonly CommentSubmission[],
  ): Promise<CommentPlace[]> {
    const submissions = submitted.map(({ checked }) => checked.submission);
    const articleIds = new Set(submissions.map(({ articleId }) => articleId));
    const parentIds = new Set(submissions.flatMap(({ parentId }) => parentId ?? []));
    const articles = await this.articles.findByIds(reads, [...articleIds]);
    const isAnyReply = parentIds.size > 0 && articles.length > 0;
    const parents = isAnyReply ? await this.comments.findByIds(reads, [...parentIds]) : [];
    const articleOf = new Map(articles.map((article) => [article.id, article]));
    const parentOf = new Map(parents.map((parent) => [parent.id, parent]));
    return submitted.map((submission) => {
      const { articleId, parentId } = submission.checked.submission;
      const parent = parentId === null ? undefined : parentOf.get(parentId);
      return { submission, ...judgePlace(submission, articleOf.get(articleId), parent) };
    });
  }
}

function judgePlace(
  { scope, checked, rules, past }: CommentSubmission,
  article: Article | undefined,
  parent: Comment | undefined,
): Omit<CommentPlace, 'submission'> {
  const { articleId, parentId } = checked.submission;
  if (article === undefined || !canSeeArticle(scope.viewer, article, scope.now)) {
    return { article: null, parent: null, faults: ['articleMissing'] };
  }
  // A comment from the past was written while the article took comments.
  const isOpen =
    past !== null || isOpenAt(toArticleFacts(article), rules.rules.closeAfterDays, scope.now);
  const closed: CommentFault[] = isOpen ? [] : ['articleClosed'];
  if (parentId === null) return { article, parent: null, faults: closed };
  const isThere = parent?.articleId === articleId;
  const isOpenToReplies =
    isThere && (parent.status === CommentStatus.APPROVED || (past !== null && !parent.isWithdrawn));
  if (!isOpenToReplies) return { article, parent: null, faults: [...closed, 'parentMissing'] };
  const isTooDeep = parent.depth >= maxDepth;
  return { article, parent, faults: isTooDeep ? [...closed, 'parentTooDeep'] : closed };
}
