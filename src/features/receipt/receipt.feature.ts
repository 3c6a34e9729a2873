import type { ArticleFeature } from '../article';
import type { ReviewFeature } from '../review';
import { CommentRemover, type CommentRemoverDependencies } from './comment-remover.service';
import { CommentRevisionRepository } from './comment-revision.repository';
import { type EditCommentDependencies, EditCommentService } from './edit-comment.service';
import { ReceiptResolver } from './receipt.resolver';
import { ReceiptService } from './receipt.service';
import { WithdrawCommentService } from './withdraw-comment.service';

/** What receipts are constructed with. */
export interface ReceiptDependencies
  extends
    Omit<CommentRemoverDependencies & EditCommentDependencies, 'revisions'>,
    Pick<ReviewFeature, 'moderationLoaders'> {
  readonly articleLoaders: ArticleFeature['articleLoaders'];
}

/** Constructs what authors do with their receipts: read, edit and withdraw their comments. */
export function createReceiptFeature(dependencies: ReceiptDependencies) {
  const { database, authors, articleLoaders, moderationLoaders } = dependencies;
  const revisions = new CommentRevisionRepository(database.dialect);
  const remover = new CommentRemover({ ...dependencies, revisions });
  const resolver = new ReceiptResolver(
    new ReceiptService(authors, articleLoaders, moderationLoaders),
    new EditCommentService({ ...dependencies, revisions }),
    new WithdrawCommentService({ ...dependencies, remover }),
  );
  return { resolvers: [resolver], revisions, remover };
}

/** Earlier texts, and how comments are taken back. */
export type ReceiptFeature = ReturnType<typeof createReceiptFeature>;
