import fc from 'fast-check';
import {
  type Comment,
  EditCommentDocument,
  type ModerationDecision,
  WithdrawCommentDocument,
} from '../../examples/generated/operations';
import { selection } from '../../src/platform/database';
import { addComment, addComments, sendComment } from '../support/add-comments';
import { ask, codesOf, recordStatements } from '../support/ask';
import { writeArticle } from '../support/builders';
import { type ModeratedService, startModerated } from '../support/moderation';

const decisions: readonly ModerationDecision[] = ['APPROVE', 'REJECT', 'SPAM'];
const document = `mutation ($input: ModerateCommentsInput!) { moderateComments(input: $input) {
  comments { id } userErrors { code field } } }`;

let desk: ModeratedService;
let articleId: string;

const readThread = async () =>
  (
    await ask<{
      node: { commentCount: number; comments: { totalCount: number; nodes: Comment[] } };
    }>(
      desk.service,
      `query ($id: ID!) { node(id: $id) { ... on Article { commentCount comments {
        totalCount nodes { id replyCount replies { totalCount nodes { id } } } } } } }`,
      { id: articleId },
    )
  ).node;

const counted = selection(
  'test.counted',
  ['c.id', 'c.reply_count', 'c.parent_id', 'c.status'],
  (list) => `SELECT ${list} FROM comment c WHERE c.article_id = $1`,
);
const tallied = selection(
  'test.tallied',
  ['approved_count', 'thread_count'],
  (list) => `SELECT ${list} FROM comment_tally WHERE article_id = $1`,
);

/** The counters as they are kept, and as the rows themselves count. */
const readCounters = async () => {
  const { primary } = desk.service.app.database;
  const rows = await primary.select(counted, [articleId]);
  const [tally = [0, 0]] = await primary.select(tallied, [articleId]);
  const approved = rows.filter(([, , , status]) => status === 'APPROVED');
  const repliesOf = (id: unknown) => approved.filter(([, , parentId]) => parentId === id).length;
  return {
    kept: [...tally.map(Number), ...rows.map(([, replyCount]) => replyCount)],
    real: [
      approved.length,
      approved.filter(([, , parentId]) => parentId === null).length,
      ...rows.map(([id]) => repliesOf(id)),
    ],
  };
};

const faultsOf = async (...ids: string[]) =>
  (await desk.decide('APPROVE', ...ids)).userErrors.map(
    ({ code, field }) => `${code} ${field.join('.')}`,
  );

beforeAll(async () => {
  desk = await startModerated({ repeats: null, pace: null });
});

beforeEach(async () => {
  ({
    article: { id: articleId },
  } = await writeArticle(desk.service));
});

afterAll(() => desk.stop());

describe('moderateComments, succeeds', () => {
  it('hides a public comment and shows it again, in every list and counter', async () => {
    const [first = '', second = ''] = await addComments(desk.service, articleId, 2);
    const reply = await addComment(desk.service, articleId, { parentId: first });
    expect((await readThread()).commentCount).toBe(3);
    await desk.decide('REJECT', reply, second);
    expect(await readThread()).toEqual({
      commentCount: 1,
      comments: {
        totalCount: 1,
        nodes: [{ id: first, replyCount: 0, replies: { totalCount: 0, nodes: [] } }],
      },
    });
    await desk.decide('APPROVE', reply, second);
    expect((await readThread()).commentCount).toBe(3);
    expect((await readThread()).comments.nodes[0]?.replies.nodes).toEqual([{ id: reply }]);
  });

  it('answers the comments as they now are, in the order asked, one sent twice once', async () => {
    const ids = await addComments(desk.service, articleId, 3);
    const asked = [...ids].reverse();
    const { comments } = await desk.decide('SPAM', ...asked, ids[0] ?? '');
    expect(comments).toEqual(asked.map((id) => ({ id, status: 'SPAM' })));
  });

  it('keeps who decided and when', async () => {
    const id = await addComment(desk.service, articleId);
    const createdAt = desk.service.clock.now().toISOString();
    desk.service.clock.advance(60_000);
    await desk.decide('REJECT', id);
    const decidedAt = desk.service.clock.now().toISOString();
    const [item] = await desk.readQueue({ filter: { articleId, status: ['REJECTED'] } });
    expect(item?.history).toEqual([
      { status: 'APPROVED', by: 'policy', byKind: 'POLICY', at: createdAt, reason: null },
      { status: 'REJECTED', by: 'desk', byKind: 'TOKEN', at: decidedAt, reason: null },
    ]);
  });

  it('lets a reply be approved under a hidden comment: it shows once that is public too', async () => {
    const parentId = await addComment(desk.service, articleId);
    const reply = await addComment(desk.service, articleId, { parentId });
    await desk.decide('REJECT', parentId, reply);
    await desk.decide('APPROVE', reply);
    expect((await readThread()).comments.nodes).toEqual([]);
    await desk.decide('APPROVE', parentId);
    expect((await readThread()).comments.nodes[0]?.replies.nodes).toEqual([{ id: reply }]);
  });

  it('costs as many statements for a hundred comments on twenty articles as for one', async () => {
    const one = await addComment(desk.service, articleId);
    const ids: string[] = [];
    for (let number = 0; number < 20; number += 1) {
      const { article } = await writeArticle(desk.service);
      const [parentId = ''] = await addComments(desk.service, article.id, 1);
      ids.push(parentId, ...(await addComments(desk.service, article.id, 4, { parentId })));
    }
    const reply = await addComment(desk.service, articleId, { parentId: one });
    await desk.decide('APPROVE', one);
    const forOne = await recordStatements(desk.service, () => desk.decide('REJECT', reply));
    const forHundred = await recordStatements(desk.service, () => desk.decide('REJECT', ...ids));
    expect(forHundred).toEqual(forOne);
    expect(new Set(forOne).size).toBeGreaterThan(6);
  });
});

describe('the counters of comments', () => {
  it('equal what is there, whatever moderators decide', async () => {
    const [one = '', two = ''] = await addComments(desk.service, articleId, 2);
    const replies: string[] = [
      ...(await addComments(desk.service, articleId, 2, { parentId: one })),
      ...(await addComments(desk.service, articleId, 1, { parentId: two })),
    ];
    const [deep = ''] = await addComments(desk.service, articleId, 1, {
      parentId: replies[0] ?? null,
    });
    const ids = [one, two, ...replies, deep];
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            decision: fc.constantFrom(...decisions),
            chosen: fc.subarray(ids, { minLength: 1 }),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        async (steps) => {
          // At once: what one decides about, another may too.
          await Promise.all(steps.map(({ decision, chosen }) => desk.decide(decision, ...chosen)));
          const { kept, real } = await readCounters();
          expect(kept).toEqual(real);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('equal what is there while comments are added at the same time', async () => {
    const parentId = await addComment(desk.service, articleId);
    const added = Array.from({ length: 20 }, (_, index) =>
      addComment(desk.service, articleId, { parentId, body: `رد ${index}` }),
    );
    const decided = decisions.map((decision) => desk.decide(decision, parentId));
    await Promise.allSettled([...added, ...decided]);
    const { kept, real } = await readCounters();
    expect(kept).toEqual(real);
  });
});

describe('moderateComments, fails', () => {
  it('with NOT_FOUND for an id that is not there, and decides about none', async () => {
    const id = await addComment(desk.service, articleId);
    const answer = await desk.decide('REJECT', id, 'comment_none', '');
    expect(answer.comments).toEqual([]);
    expect(answer.userErrors.map(({ code, field }) => `${code} ${field.join('.')}`)).toEqual([
      'NOT_FOUND input.comments.1.id',
      'NOT_FOUND input.comments.2.id',
    ]);
    expect((await readThread()).commentCount).toBe(1);
  });

  it('with REQUIRED for none, and TOO_LONG for more than a hundred', async () => {
    expect(await faultsOf()).toEqual(['REQUIRED input.comments']);
    const many = Array.from({ length: 101 }, (_, index) => `comment_${index}`);
    expect(await faultsOf(...many)).toEqual(['TOO_LONG input.comments']);
  });

  it('with CONFLICT for what its author took back: readers go on seeing the same', async () => {
    const { comment, receipt } = await sendComment(desk.service, articleId);
    const id = comment?.id ?? '';
    const hidden = await sendComment(desk.service, articleId);
    await desk.decide('REJECT', hidden.comment?.id ?? '');
    for (const secret of [receipt, hidden.receipt]) {
      await ask(desk.service, WithdrawCommentDocument, { input: { receipt: secret ?? '' } });
    }
    const before = await readThread();
    expect(before.commentCount).toBe(1);
    for (const decision of decisions) {
      const { userErrors } = await desk.decide(decision, id, hidden.comment?.id ?? '');
      expect(userErrors.map(({ code, field }) => `${code} ${field.join('.')}`)).toEqual([
        'CONFLICT input.comments.0.id',
        'CONFLICT input.comments.1.id',
      ]);
    }
    expect(await readThread()).toEqual(before);
  });
});

describe('moderateComments, of a text that its author edits', () => {
  const edit = (receipt: string | null, body: string) =>
    ask(desk.service, EditCommentDocument, { input: { receipt: receipt ?? '', body } });

  const readPublic = async (id: string | undefined) =>
    (
      await ask<{ node: unknown }>(desk.service, 'query ($id: ID!) { node(id: $id) { id } }', {
        id,
      })
    ).node;

  const readItem = async () => {
    const [item] = await desk.readQueue({ filter: { articleId } });
    return item;
  };

  beforeEach(() => desk.setRules({ mode: 'ALL_HELD', repeats: null, pace: null }));
  afterEach(() => desk.setRules({ repeats: null, pace: null }));

  it('fails with CONFLICT for a revision that is no longer there, and decides about none', async () => {
    const { comment, receipt } = await sendComment(desk.service, articleId);
    const other = await addComment(desk.service, articleId);
    const { revision = -1 } = (await readItem()) ?? {};
    await edit(receipt, 'نص آخر');
    const read = { id: comment?.id ?? '', revision };
    const { comments, userErrors } = await desk.decide('APPROVE', other, read);
    expect(comments).toEqual([]);
    expect(userErrors).toMatchObject([
      { code: 'CONFLICT', field: ['input', 'comments', '1', 'revision'] },
    ]);
    expect((await readThread()).commentCount).toBe(0);
    expect((await readItem())?.revision).toBe(revision + 1);
    const again = await desk.decide('APPROVE', { ...read, revision: revision + 1 });
    expect(again).toMatchObject({ comments: [{ status: 'APPROVED' }], userErrors: [] });
  });

  it('publishes only what was read, when an edit and an approval come at the same instant', async () => {
    for (let round = 0; round < 30; round += 1) {
      const { comment, receipt } = await sendComment(desk.service, articleId, { body: 'قُرئ' });
      const approve = () => desk.decide('APPROVE', comment?.id ?? '');
      const change = () => edit(receipt, 'لم يُقرأ');
      const both = round % 2 === 0 ? [approve(), change()] : [change(), approve()];
      await Promise.all(both);
      // Whichever came first: the new text is held, and the old one is no longer there.
      expect(await readPublic(comment?.id)).toBeNull();
      const held = await desk.decide('REJECT', { id: comment?.id ?? '', revision: 1 });
      expect(held).toMatchObject({ comments: [{ status: 'REJECTED' }], userErrors: [] });
    }
  });
});

describe('moderateComments, forbids', () => {
  it('whoever has no token, and names nothing that is there', async () => {
    const id = await addComment(desk.service, articleId);
    const comments = [id, 'comment_none'].map((one) => ({ id: one, revision: 0 }));
    const input = { comments, decision: 'REJECT' };
    expect(codesOf(await desk.service.send(document, { input }))).toEqual(['UNAUTHENTICATED']);
    expect((await readThread()).commentCount).toBe(1);
  });
});
