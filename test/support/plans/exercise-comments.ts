import {
  ArticleCommentsDocument,
  CommentByReceiptDocument,
  CommentRepliesDocument,
  EditCommentDocument,
  ReportCommentDocument,
  WithdrawCommentDocument,
} from '../../../examples/generated/operations';
import { CommentRepository } from '../../../src/features/comment/comment.repository';
import { IdempotencyKeyRepository } from '../../../src/features/comment/idempotency-key.repository';
import { addComment, sendComment } from '../add-comments';
import { ask } from '../ask';
import { writeArticle } from '../builders';
import type { ModeratedService } from '../moderation';
import type { TestApp } from '../start-app';

/** Rules under which everything is looked up that moderation can ask for. */
export const inquisitiveRules = { mode: 'FIRST_HELD', suspect: ['مشبوه'] };

/** The rules that moderation has without a mode: what is not suspect is public at once. */
export const openRules = { suspect: ['مشبوه'], repeats: null, pace: null };

const threads = `query ($id: ID!, $orderBy: CommentOrder!, $first: Int, $last: Int) {
  node(id: $id) { ... on Article {
    comments(first: $first, last: $last, orderBy: $orderBy) { totalCount nodes { parent { id } article { id }
      replies(first: $first, last: $last, orderBy: $orderBy) { totalCount nodes { parent { id } } } } } } } }`;

/** Every way to write comments and to read them as a reader does. */
export async function exerciseComments(desk: ModeratedService): Promise<void> {
  const { service } = desk;
  const { article } = await writeArticle(service);
  const commentId = await addComment(service, article.id, { idempotencyKey: 'one-key' });
  await addComment(service, article.id, { idempotencyKey: 'one-key' });
  const replyId = await addComment(service, article.id, { parentId: commentId });
  await readThreads(service, article.id, commentId);
  await ask(service, ReportCommentDocument, { input: { commentId: replyId, reason: 'SPAM' } });
  await desk.decide('REJECT', replyId);
  await desk.decide('APPROVE', replyId);
  await exerciseReceipts(desk, article.id);
  await exerciseRacedKey(service, commentId);
}

/** What follows where another transaction has claimed a key between the look and the claim. */
async function exerciseRacedKey({ app }: TestApp, commentId: string): Promise<void> {
  const { database } = app;
  const submissions = new IdempotencyKeyRepository(database.dialect);
  const comments = new CommentRepository(database.dialect);
  const createdAt = new Date(0);
  const claim = { idempotencyKey: 'raced', inputHash: '', commentId, createdAt, receiptSalt: null };
  await database.transaction(async (transaction) => {
    await submissions.claimKeys(transaction, [claim]);
    await submissions.claimKeys(transaction, [claim]);
    await comments.deleteByIds(transaction, ['comment_none']);
  });
}

async function readThreads(service: TestApp, articleId: string, commentId: string): Promise<void> {
  await ask(service, ArticleCommentsDocument, { articleId });
  await ask(service, CommentRepliesDocument, { commentId });
  for (const orderBy of ['OLDEST', 'NEWEST']) {
    for (const size of [{ first: 20 }, { last: 20 }]) {
      await ask(service, threads, { id: articleId, orderBy, ...size });
    }
  }
}

async function exerciseReceipts(desk: ModeratedService, articleId: string): Promise<void> {
  const { service } = desk;
  await desk.setRules(inquisitiveRules);
  const { comment, receipt } = await sendComment(service, articleId);
  await sendComment(service, articleId, { receipt, body: 'تعليق ثان' });
  await desk.decide('APPROVE', comment?.id ?? '');
  await ask(service, CommentByReceiptDocument, { receipt: receipt ?? '' });
  const input = { receipt: receipt ?? '', body: 'نص مشبوه' };
  await ask(service, EditCommentDocument, { input });
  await ask(service, CommentByReceiptDocument, { receipt: receipt ?? '' });
  await ask(service, WithdrawCommentDocument, { input: { receipt: receipt ?? '' } });
  await desk.setRules(openRules);
}
