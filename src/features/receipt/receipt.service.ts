import { includesRole, type RequestScope, Role } from '../../platform/request';
import type { ArticleFeature } from '../article';
import { type Comment, type CommentFeature, commentTags, isOwn, markOwn } from '../comment';
import { hashReceipt } from '../commenter';
import { CommentStatus, DeciderKind, describeToAuthor } from '../decision';
import { strictest } from '../moderation';
import type { ReviewFeature } from '../review';

/** What a commenter without an account may read with the receipt. */
export class ReceiptService {
  constructor(
    private readonly authors: CommentFeature['authors'],
    private readonly articles: ArticleFeature['articleLoaders'],
    private readonly moderation: ReviewFeature['moderationLoaders'],
  ) {}

  /**
   * An author's own comment, whatever its status; null where the receipt is unknown, or the article
   * is not there for readers.
   * Cost: two statements.
   */
  async find(scope: RequestScope, receipt: string): Promise<Comment | null> {
    scope.cacheDependencies.markPrivate();
    const comment = await this.authors.findByReceipt(scope.reads, hashReceipt(receipt));
    if (comment === null) return null;
    scope.cacheDependencies.dependOn(commentTags.comment(comment.id));
    const article = await scope.once(this.articles).articleById.load(comment.articleId);
    return article === null ? null : markOwn(comment);
  }

  /**
   * Why a comment is not public: for its author and for moderators; null for a public one, and for
   * everybody else.
   * Cost: two statements.
   */
  async explainStatus(scope: RequestScope, comment: Comment): Promise<string | null> {
    const isForViewer = isOwn(comment) || includesRole(scope.viewer.role, Role.MODERATOR);
    if (!isForViewer || comment.isWithdrawn) return null;
    if (comment.status === CommentStatus.APPROVED) return null;
    const { language } = scope;
    const loaders = scope.once(this.moderation);
    const events = await loaders.eventsByCommentId.load(comment.id);
    const isRefused = comment.status !== CommentStatus.PENDING;
    const decision = events.at(-1);
    if (decision?.deciderKind !== DeciderKind.POLICY) {
      return decision?.reason ?? describeToAuthor(isRefused ? 'refused' : 'review', language);
    }
    const all = await loaders.findingsByCommentId.load(comment.id);
    const findings = all.filter(({ revision }) => revision === comment.revision);
    const worst = strictest(findings.map(({ verdict }) => verdict));
    const finding = findings.find(({ verdict }) => verdict === worst);
    return finding === undefined
      ? describeToAuthor(isRefused ? 'refused' : 'review', language)
      : describeToAuthor(finding.reason, language);
  }
}
