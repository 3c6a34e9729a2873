import { CommentRevision } from './comment-revision.entity';

export { createReceiptFeature, type ReceiptFeature } from './receipt.feature';

/** The tables of receipts. */
export const receiptEntities = [CommentRevision];
