import type { ArticleFeature } from '../article';
import type { CommentFeature } from '../comment';
import type { ReviewFeature } from '../review';
import { CommentRemover, type CommentRemoverDependencies } from './comment-remover.service';
import { ReceiptResolver } from './receipt.resolver';
import { ReceiptService } from './receipt.service';
import {
  type WithdrawCommentDependencies,
  WithdrawCommentService,
} from './withdraw-comment.service';

/** What receipts are constructed with. */
export interface ReceiptDependencies
  extends
    CommentRemoverDependencies,
    Omit<WithdrawCommentDependencies, 'remover'>,
    Pick<CommentFeature, 'service'>,
    Pick<ReviewFeature, 'moderationLoaders'> {
  readonly articleLoaders: ArticleFeature['articleLoaders'];
}

/** Constructs what authors do with their receipts: read, edit and withdraw their comments. */
export function createReceiptFeature(dependencies: ReceiptDependencies) {
  const { authors, articleLoaders, moderationLoaders, service } = dependencies;
  const remover = new CommentRemover(dependencies);
  const resolver = new ReceiptResolver(
    new ReceiptService(authors, articleLoaders, moderationLoaders),
    service,
    new WithdrawCommentService({ ...dependencies, remover }),
  );
  return { resolvers: [resolver], remover };
}

/** How comments are taken back. */
export type ReceiptFeature = ReturnType<typeof createReceiptFeature>;
