import {
  CommentByReceiptDocument,
  EditCommentDocument,
  WithdrawCommentDocument,
} from '../../examples/generated/operations';
import { selection } from '../../src/platform/database';
import { addComment, sendComment } from '../support/add-comments';
import { ask } from '../support/ask';
import { buildComment, writeArticle } from '../support/builders';
import { changeRow } from '../support/change-row';
import { type ModeratedService, startModerated } from '../support/moderation';
import type { RequestOptions } from '../support/start-app';

let desk: ModeratedService;
let articleId: string;

const rules = { repeats: null, pace: null };
const english = { headers: { 'accept-language': 'en' } };

const add = async (overrides: Parameters<typeof sendComment>[2] = {}) => {
  const { comment, receipt } = await sendComment(desk.service, articleId, overrides);
  return { id: comment?.id ?? '', receipt: receipt ?? '' };
};

const readOwn = async (receipt: string, options = english) =>
  (await ask(desk.service, CommentByReceiptDocument, { receipt }, options)).commentByReceipt;

const edit = async (receipt: string, body: string) =>
  (await ask(desk.service, EditCommentDocument, { input: { receipt, body } }, english)).editComment;

const withdraw = async (receipt: string) =>
  (await ask(desk.service, WithdrawCommentDocument, { input: { receipt } })).withdrawComment;

const codesOf = ({ userErrors }: { userErrors: readonly { code: string; field: string[] }[] }) =>
  userErrors.map(({ code, field }) => `${code} ${field.join('.')}`);

const readThread = async () =>
  (
    await ask<{ node: { commentCount: number; comments: { nodes: object[] } } }>(
      desk.service,
      `query ($id: ID!) { node(id: $id) { ... on Article { commentCount comments { nodes {
        id authorName body isWithdrawn editedAt status replies { nodes { id body } } } } } } }`,
      { id: articleId },
    )
  ).node;

beforeAll(async () => {
  desk = await startModerated(rules);
});

beforeEach(async () => {
  await desk.setRules(rules);
  ({
    article: { id: articleId },
  } = await writeArticle(desk.service));
});

afterAll(() => desk.stop());

describe('a receipt', () => {
  it('is given once, another for each comment, and only its hash is kept', async () => {
    const [one, other] = [await add(), await add()];
    expect(one.receipt).toMatch(/^receipt_[\w-]{43}$/);
    expect(other.receipt).not.toBe(one.receipt);
    const everything = selection(
      'test.everything',
      ['c.receipt_hash'],
      (list) => `SELECT ${list} FROM comment c WHERE c.id = $1`,
    );
    const [[hash] = []] = await desk.service.app.database.primary.select(everything, [one.id]);
    expect(hash).toMatch(/^[\w-]{43}$/);
    expect(one.receipt).not.toContain(String(hash));
  });

  it('stands in no log line', async () => {
    const { receipt } = await add();
    await readOwn(receipt);
    expect(desk.service.log.join('')).not.toContain(receipt);
  });
});

describe('commentByReceipt', () => {
  it('is the author’s own comment, whatever its status, with the reason in their language', async () => {
    await desk.setRules({ ...rules, suspect: ['مال'] });
    const { id, receipt } = await add({ body: 'مال' });
    expect(await readOwn(receipt)).toMatchObject({
      ...{ id, status: 'PENDING', body: 'مال', isWithdrawn: false },
      statusReason: 'The comment holds words that this site does not accept without a review.',
    });
    const arabic = await readOwn(receipt, { headers: { 'accept-language': 'ar' } });
    expect(arabic?.statusReason).toBe('في التعليق كلمات لا يقبلها الموقع دون مراجعة.');
    await desk.decide('REJECT', id);
    expect((await readOwn(receipt))?.statusReason).toBe('The moderators refused the comment.');
    await desk.decide('APPROVE', id);
    expect(await readOwn(receipt)).toMatchObject({ status: 'APPROVED', statusReason: null });
  });

  it('holds what the moderator wrote, in place of the usual sentence', async () => {
    const { id, receipt } = await add();
    await desk.decideWith('REJECT', '  خارج الموضوع.\n', id);
    expect((await readOwn(receipt))?.statusReason).toBe('خارج الموضوع.');
    const [item] = await desk.readQueue({ filter: { articleId, status: ['REJECTED'] } });
    expect(item?.history.at(-1)).toMatchObject({ by: 'desk', reason: 'خارج الموضوع.' });
    await desk.decideWith('REJECT', ' ', id);
    expect((await readOwn(receipt))?.statusReason).toBe('The moderators refused the comment.');
    await desk.decideWith('APPROVE', 'شكرًا', id);
    expect((await readOwn(receipt))?.statusReason).toBeNull();
  });

  it.each([
    ['TOO_LONG', 'ا'.repeat(501)],
    ['TOO_LONG', 'ا'.repeat(50_000)],
    ['INVALID', `a${'\u0301'.repeat(1_000)}`],
    ['INVALID', 'a\u0007'],
  ])('takes no reason that is %s', async (code, reason) => {
    const { id } = await add();
    const { userErrors } = await desk.decideWith('REJECT', reason, id);
    expect(userErrors).toMatchObject([{ code, field: ['input', 'reason'] }]);
    expect((await readThread()).commentCount).toBe(1);
  });

  it('loses what the moderator wrote once the comment is withdrawn', async () => {
    const { id, receipt } = await add();
    await desk.decideWith('REJECT', 'يا ليلى', id);
    await withdraw(receipt);
    const [item] = await desk.readQueue({ filter: { articleId, status: ['REJECTED'] } });
    expect(item?.history.map(({ reason }) => reason)).toEqual([null, null, null]);
  });
});

describe('statusReason', () => {
  const document = `mutation ($input: AddCommentInput!) { addComment(input: $input) {
    comment { id statusReason } } }`;
  const readAs = async (id: string, options: RequestOptions) =>
    (
      await ask<{ node: { statusReason: string | null } | null }>(
        desk.service,
        'query ($id: ID!) { node(id: $id) { ... on Comment { statusReason } } }',
        { id },
        options,
      )
    ).node;

  it('is for the author, also in the answer to addComment, and for moderators', async () => {
    await desk.setRules({ ...rules, mode: 'ALL_HELD' });
    const input = buildComment(articleId);
    const { addComment: added } = await ask<{
      addComment: { comment: { id: string; statusReason: string } };
    }>(desk.service, document, { input }, english);
    const { id, statusReason } = added.comment;
    expect(statusReason).toMatch(/^[A-Z].+\.$/);
    const headers = { ...english.headers, ...desk.moderator.headers };
    expect(await readAs(id, { headers })).toEqual({ statusReason });
    expect(await readAs(id, english)).toBeNull();
  });

  it('is null for readers once the comment is public, and for everybody', async () => {
    await desk.setRules({ ...rules, mode: 'ALL_HELD' });
    const { id, receipt } = await add();
    await desk.decideWith('APPROVE', 'للكاتب وحده', id);
    for (const options of [english, desk.moderator]) {
      expect(await readAs(id, options)).toEqual({ statusReason: null });
    }
    expect((await readOwn(receipt))?.statusReason).toBeNull();
  });

  it('is null for any other text, and where the article is gone', async () => {
    const { receipt } = await add();
    for (const text of ['', 'receipt_', `${receipt}x`, 'nul-\u0000', 'x'.repeat(5_000)]) {
      expect(await readOwn(text)).toBeNull();
    }
    await changeRow(desk.service, articleId, `status = 'ARCHIVED'`);
    expect(await readOwn(receipt)).toBeNull();
  });

  it('is kept by nobody: a cached answer would outlive the secret', async () => {
    const { receipt } = await add();
    const answer = await desk.service.send(CommentByReceiptDocument, { receipt });
    expect(answer.headers.get('cache-control')).toContain('no-store');
    desk.service.statements.length = 0;
    await desk.service.send(CommentByReceiptDocument, { receipt });
    expect(desk.service.statements).toContain('commentAuthor.findByReceipt');
  });
});

describe('editComment, succeeds', () => {
  it('replaces the text, says when, and keeps the text before', async () => {
    const { id, receipt } = await add({ body: 'النص الأول' });
    await readThread();
    desk.service.clock.advance(60_000);
    const { comment } = await edit(receipt, '  النص الثاني ');
    const editedAt = desk.service.clock.now().toISOString();
    expect(comment).toMatchObject({ id, body: 'النص الثاني', status: 'APPROVED', editedAt });
    expect((await readThread()).comments.nodes).toMatchObject([{ body: 'النص الثاني', editedAt }]);
    const kept =
      await desk.service.app.features.commenterPrivacy.exports.export('reader@example.org');
    const texts = kept.comments.find((one) => one.id === id)?.earlierTexts;
    expect(texts).toMatchObject([{ body: 'النص الأول' }]);
  });

  it('sends the new text through moderation, and counts the comment out where it is held', async () => {
    const { id, receipt } = await add();
    await desk.setRules({ ...rules, banned: ['كلب'], suspect: ['مال'] });
    expect((await edit(receipt, 'هات المال')).comment?.status).toBe('PENDING');
    expect((await readThread()).commentCount).toBe(0);
    const [item] = await desk.readQueue({ filter: { articleId } });
    expect(item).toMatchObject({ comment: { id }, findings: [{ phase: 'words' }] });
    expect((await edit(receipt, 'يا كلب')).comment?.status).toBe('REJECTED');
  });

  it('lets what waited go on waiting, however harmless the new text', async () => {
    await desk.setRules({ ...rules, banned: ['كلب'], suspect: ['مال'] });
    const held = await add({ body: 'مال' });
    const refused = await add({ body: 'كلب' });
    expect((await edit(held.receipt, 'نص عادي')).comment?.status).toBe('PENDING');
    expect((await edit(refused.receipt, 'نص عادي آخر')).comment?.status).toBe('PENDING');
    const [, item] = await desk.readQueue({ filter: { articleId } });
    expect(item?.findings).toEqual([]);
    expect(item?.history.map(({ status }) => status)).toEqual(['REJECTED', 'PENDING']);
  });

  it('changes nothing where the text is the same', async () => {
    const { receipt } = await add({ body: 'النص' });
    expect((await edit(receipt, ' النص ')).comment?.editedAt).toBeNull();
  });

  it('works on an article that has closed since', async () => {
    const { receipt } = await add();
    await changeRow(desk.service, articleId, 'comments_open = false');
    expect((await edit(receipt, 'بعد الإغلاق')).comment?.status).toBe('APPROVED');
  });
});

describe('editComment, fails', () => {
  it('with NOT_FOUND for a receipt that is unknown', async () => {
    expect(codesOf(await edit('receipt_x', 'نص'))).toEqual(['NOT_FOUND input.receipt']);
  });

  it('with CLOSED after the window, and for what a moderator refused', async () => {
    const late = await add();
    const refused = await add();
    await desk.decide('REJECT', refused.id);
    expect(codesOf(await edit(refused.receipt, 'نص آخر'))).toEqual(['CLOSED input.receipt']);
    desk.service.clock.advance(15 * 60_000);
    expect(codesOf(await edit(late.receipt, 'نص آخر'))).toEqual(['CLOSED input.receipt']);
    await desk.setRules({ ...rules, editWindowMinutes: null });
    expect(codesOf(await edit(late.receipt, 'نص آخر'))).toEqual([]);
  });

  it('with REQUIRED, TOO_LONG and INVALID for the text, as addComment does', async () => {
    const { receipt } = await add();
    const faults = [];
    for (const body of [' ', 'ا'.repeat(5_001), 'a\u0007']) {
      faults.push(...codesOf(await edit(receipt, body)));
    }
    expect(faults).toEqual(['REQUIRED input.body', 'TOO_LONG input.body', 'INVALID input.body']);
  });
});

describe('withdrawComment', () => {
  it('leaves a notice in its place, in the article’s language, and the replies', async () => {
    const { id, receipt } = await add({ body: 'سري', authorName: 'ليلى' });
    const reply = await addComment(desk.service, articleId, { parentId: id, body: 'رد' });
    expect((await readThread()).commentCount).toBe(2);
    desk.service.clock.advance(30 * 86_400_000);
    expect(await withdraw(receipt)).toEqual({
      comment: { id, authorName: 'تعليق مسحوب', body: 'سُحب هذا التعليق.', isWithdrawn: true },
      userErrors: [],
    });
    expect(await readThread()).toEqual({
      commentCount: 2,
      comments: {
        nodes: [
          {
            ...{ id, authorName: 'تعليق مسحوب', body: 'سُحب هذا التعليق.', isWithdrawn: true },
            ...{
              status: 'APPROVED',
              editedAt: null,
              replies: { nodes: [{ id: reply, body: 'رد' }] },
            },
          },
        ],
      },
    });
    const [item] = await desk.readQueue({ filter: { articleId, status: ['APPROVED'] } });
    expect(item).toMatchObject({ authorEmail: null, history: [{}, { by: 'author' }] });
  });

  it('may be sent again, and leaves nothing to edit', async () => {
    const { id, receipt } = await add();
    await withdraw(receipt);
    expect(await withdraw(receipt)).toMatchObject({ comment: { id, isWithdrawn: true } });
    const refused = await edit(receipt, 'نص');
    expect(codesOf(refused)).toEqual(['CLOSED input.receipt']);
    expect(refused.userErrors[0]?.message).toContain('withdrawn');
    expect(await readOwn(receipt)).toMatchObject({ isWithdrawn: true, statusReason: null });
  });

  it('answers once the article is off the site too, where nobody may reply', async () => {
    const { id, receipt } = await add();
    await changeRow(desk.service, articleId, `status = 'ARCHIVED'`);
    const document = `mutation ($input: WithdrawCommentInput!) { withdrawComment(input: $input) {
      comment { id isWithdrawn canReply } userErrors { code } } }`;
    expect(await ask(desk.service, document, { input: { receipt } })).toEqual({
      withdrawComment: { comment: { id, isWithdrawn: true, canReply: false }, userErrors: [] },
    });
  });

  it('takes a comment out of the queue', async () => {
    await desk.setRules({ ...rules, mode: 'ALL_HELD' });
    const { receipt } = await add();
    await withdraw(receipt);
    expect(await desk.readQueue({ filter: { articleId } })).toEqual([]);
    expect(await readOwn(receipt)).toMatchObject({ status: 'REJECTED', isWithdrawn: true });
  });

  it('fails with NOT_FOUND for a receipt that is unknown', async () => {
    const answer = await withdraw('receipt_x');
    expect([answer.comment, ...codesOf(answer)]).toEqual([null, 'NOT_FOUND input.receipt']);
  });
});
