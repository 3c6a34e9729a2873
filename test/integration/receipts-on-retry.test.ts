import {
  type AddCommentInput,
  CommentByReceiptDocument,
  EditCommentDocument,
  WithdrawCommentDocument,
} from '../../examples/generated/operations';
import { selection } from '../../src/platform/database';
import { sendComment } from '../support/add-comments';
import { ask } from '../support/ask';
import { writeArticle } from '../support/builders';
import { runSql } from '../support/raw-database';
import { startApp, type TestApp } from '../support/start-app';
import { createTestDatabase } from '../support/test-database';

const dayMs = 86_400_000;
const privacyKeys = `2024:${Buffer.alloc(32, 7).toString('base64')}`;

let service: TestApp;
let articleId: string;
let nextKey = 1;

const send = (overrides: Partial<AddCommentInput>) => sendComment(service, articleId, overrides);

const sendTwice = async (between: (receipt: string) => unknown = () => undefined) => {
  const idempotencyKey = `retry-${nextKey++}`;
  const first = await send({ idempotencyKey });
  await between(first.receipt ?? '');
  return { first, again: await send({ idempotencyKey }), idempotencyKey };
};

const submissions = selection(
  'test.submissions',
  ['s.idempotency_key', 's.receipt_salt'],
  (list) => `SELECT ${list} FROM comment_submission s WHERE s.comment_id = $1`,
);

beforeEach(async () => {
  service = await startApp();
  articleId = (await writeArticle(service)).article.id;
});

afterEach(() => service.stop());

describe('an identical retry', () => {
  it('is given the receipt again, which opens the comment', async () => {
    const { first, again } = await sendTwice(() => {
      service.clock.advance(dayMs - 1);
    });
    expect(first.receipt).toMatch(/^receipt_[\w-]{43}$/);
    expect([again.receipt, again.alreadyAdded]).toEqual([first.receipt, true]);
    const { commentByReceipt } = await ask(service, CommentByReceiptDocument, {
      receipt: again.receipt ?? '',
    });
    expect(commentByReceipt?.id).toBe(first.comment?.id);
  });

  it('is given it also after the comment was looked at with it', async () => {
    const { first, again } = await sendTwice((receipt) =>
      ask(service, CommentByReceiptDocument, { receipt }),
    );
    expect(again.receipt).toBe(first.receipt);
  });

  it('is given it by another instance, and after a restart', async () => {
    const { first, idempotencyKey } = await sendTwice();
    const other = await startApp({ database: service.database });
    const again = await sendComment(other, articleId, { idempotencyKey });
    expect([again.comment?.id, again.receipt]).toEqual([first.comment?.id, first.receipt]);
    await other.stop();
  });

  it('is given the comment alone after 24 hours', async () => {
    const { first, again } = await sendTwice(() => {
      service.clock.advance(dayMs);
    });
    expect([again.comment?.id, again.receipt]).toEqual([first.comment?.id, null]);
  });

  it.each(['نص جديد', 'شكرًا على التقرير.'])(
    'is given the comment alone once it was edited with the receipt: %s',
    async (body) => {
      const { first, again } = await sendTwice((receipt) =>
        ask(service, EditCommentDocument, { input: { receipt, body } }),
      );
      expect([again.comment?.id, again.receipt]).toEqual([first.comment?.id, null]);
    },
  );

  it('is a CONFLICT once the comment was withdrawn, since nothing of the input is stored', async () => {
    const { again } = await sendTwice((receipt) =>
      ask(service, WithdrawCommentDocument, { input: { receipt } }),
    );
    expect([again.receipt, again.userErrors[0]?.code]).toEqual([null, 'CONFLICT']);
  });
});

describe('whoever knows an idempotency key', () => {
  it.each<[string, Partial<AddCommentInput>]>([
    ['address', { authorEmail: 'somebody@example.org' }],
    ['text', { body: 'نص آخر' }],
    ['name', { authorName: 'قارئ' }],
  ])('is given no receipt for another %s', async (_, overrides) => {
    const { idempotencyKey } = await sendTwice();
    const { comment, receipt } = await send({ idempotencyKey, ...overrides });
    expect([comment, receipt]).toEqual([null, null]);
  });
});

describe('the database', () => {
  it('holds neither the receipt nor the key, and nothing to derive it with once it was used', async () => {
    const { first, idempotencyKey } = await sendTwice();
    const read = () => service.app.database.primary.select(submissions, [first.comment?.id ?? '']);
    const [[key, salt] = []] = await read();
    expect(String(key)).not.toContain(idempotencyKey);
    expect(first.receipt).not.toContain(String(salt));
    const input = { receipt: first.receipt ?? '', body: 'نص جديد' };
    await ask(service, EditCommentDocument, { input });
    expect(await read()).toEqual([[key, null]]);
  });

  it('is swept of what is a day old', async () => {
    const { first } = await sendTwice();
    service.clock.advance(dayMs + 1);
    await service.app.features.commenterPrivacy.retention.sweep();
    const { primary } = service.app.database;
    expect(await primary.select(submissions, [first.comment?.id ?? ''])).toEqual([
      [expect.any(String), null],
    ]);
  });

  it('keeps the keys of before it was updated, as hashes', async () => {
    const database = await createTestDatabase();
    const before = await startApp({ database });
    const { article } = await writeArticle(before);
    const idempotencyKey = 'مفتاح قديم';
    const first = await sendComment(before, article.id, { idempotencyKey });
    await before.stop();
    await runSql(database, `UPDATE comment_submission SET idempotency_key = '${idempotencyKey}'`);
    await runSql(database, 'DROP INDEX comment_submission_salt');
    await runSql(database, 'ALTER TABLE comment_submission DROP COLUMN receipt_salt');
    await runSql(database, `DELETE FROM migrations WHERE name LIKE 'GiveReceiptsAgain%'`);
    const after = await startApp({ database });
    const again = await sendComment(after, article.id, { idempotencyKey });
    expect([again.comment?.id, again.receipt]).toEqual([first.comment?.id, null]);
    await after.stop();
    await database.drop();
  });

  it('seals it with PRIVACY_KEYS, where there are any', async () => {
    await service.stop();
    service = await startApp({ environment: { PRIVACY_KEYS: privacyKeys } });
    articleId = (await writeArticle(service)).article.id;
    const { first, again } = await sendTwice();
    expect(again.receipt).toBe(first.receipt);
    const { primary } = service.app.database;
    const [[, salt] = []] = await primary.select(submissions, [first.comment?.id ?? '']);
    expect(salt).toMatch(/^sealed:1:2024:/);
  });
});
