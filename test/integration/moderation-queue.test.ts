import type { ModerationFilter } from '../../examples/generated/operations';
import { Role } from '../../src/platform/request';
import { addComment, addComments, sendComment } from '../support/add-comments';
import { ask, codesOf, recordStatements } from '../support/ask';
import { writeArticle } from '../support/builders';
import { changeRow } from '../support/change-row';
import { connectionFields, walkBackward, walkForward } from '../support/connections';
import { type ModeratedService, startModerated } from '../support/moderation';
import { createToken, withToken } from '../support/tokens';

let desk: ModeratedService;
let articleId: string;

const report = (commentId: string, reason = 'SPAM') =>
  ask<{ reportComment: { comment: { id: string } | null } }>(
    desk.service,
    'mutation ($input: ReportCommentInput!) { reportComment(input: $input) { comment { id } userErrors { code } } }',
    { input: { commentId, reason } },
  );

const idsOf = async (filter: ModerationFilter) =>
  (await desk.readQueue({ filter: { articleId, ...filter } })).map(({ comment }) => comment.id);

const countWaiting = async () => {
  const { moderationQueue } = await ask<{ moderationQueue: { totalCount: number } }>(
    desk.service,
    'query ($filter: ModerationFilter) { moderationQueue(filter: $filter) { totalCount } }',
    { filter: { articleId } },
    desk.moderator,
  );
  return moderationQueue.totalCount;
};

const readPage = (document: string, variables: object) =>
  ask<{ moderationQueue: { nodes: { comment: { id: string } }[] } }>(
    desk.service,
    document,
    variables,
    desk.moderator,
  );

beforeAll(async () => {
  desk = await startModerated({ mode: 'ALL_HELD', repeats: null, pace: null });
});

beforeEach(async () => {
  await desk.setRules({ mode: 'ALL_HELD', repeats: null, pace: null });
  ({
    article: { id: articleId },
  } = await writeArticle(desk.service));
});

afterAll(() => desk.stop());

describe('moderationQueue', () => {
  it('lists what waits, the oldest first, with all that moderators know of it', async () => {
    const ids = await addComments(desk.service, articleId, 3);
    const items = await desk.readQueue({ filter: { articleId } });
    expect(items.map(({ comment }) => comment.id)).toEqual(ids);
    expect(items[0]).toMatchObject({
      comment: { status: 'PENDING', authorName: 'قارئة', article: { id: articleId } },
      authorEmail: 'reader@example.org',
      findings: [{ phase: 'mode', verdict: 'PENDING', range: null }],
      reports: [],
      history: [{ status: 'PENDING', by: 'policy' }],
    });
    const newest = await desk.readQueue({ filter: { articleId }, orderBy: 'NEWEST' });
    expect(newest.map(({ comment }) => comment.id)).toEqual([...ids].reverse());
  });

  it('no longer lists what was decided about, and lists what was reported since', async () => {
    const [one = '', two = ''] = await addComments(desk.service, articleId, 2);
    await desk.decide('APPROVE', one);
    expect(await idsOf({})).toEqual([two]);
    await report(one, 'ABUSE');
    expect(await idsOf({})).toEqual([one, two]);
    const [item] = await desk.readQueue({ filter: { articleId, reported: true } });
    expect(item?.reports).toMatchObject([{ reason: 'ABUSE', note: null }]);
    await desk.decide('APPROVE', one);
    expect(await idsOf({})).toEqual([two]);
  });

  it.each<[string, (ids: readonly string[]) => ModerationFilter, readonly number[]]>([
    ['one status', () => ({ status: ['APPROVED'] }), [0]],
    ['several statuses', () => ({ status: ['APPROVED', 'SPAM'] }), [0, 1]],
    ['every status', () => ({ status: ['APPROVED', 'SPAM', 'PENDING', 'REJECTED'] }), [0, 1, 2, 3]],
    ['no status', () => ({ status: [] }), []],
    ['reports', () => ({ reported: true }), [0]],
    ['the lack of reports', () => ({ reported: false }), [1, 2, 3]],
    ['an author’s address, whatever its case', () => ({ authorEmail: 'THIRD@example.org' }), [2]],
  ])('filters by %s', async (_, toFilter, expected) => {
    const [one = '', two = ''] = await addComments(desk.service, articleId, 2);
    const three = await addComment(desk.service, articleId, { authorEmail: 'third@example.org' });
    desk.service.clock.advance(1_000);
    const four = await addComment(desk.service, articleId);
    await desk.decide('APPROVE', one);
    await desk.decide('SPAM', two);
    await report(one);
    const ids = [one, two, three, four];
    expect(await idsOf(toFilter(ids))).toEqual(expected.map((index) => ids[index]));
  });

  it('filters by time: from the first instant on, and before the second', async () => {
    const start = desk.service.clock.now();
    const ids = await addComments(desk.service, articleId, 4);
    const at = (seconds: number) => new Date(start.getTime() + seconds * 1_000).toISOString();
    expect(await idsOf({ createdAfter: at(2), createdBefore: at(4) })).toEqual(ids.slice(1, 3));
  });

  it('is read in pages from both ends, and counted when asked', async () => {
    const ids = await addComments(desk.service, articleId, 7);
    const document = `query ($first: Int, $after: String, $last: Int, $before: String, $filter: ModerationFilter) {
      moderationQueue(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
        ${connectionFields.replaceAll('{ id }', '{ comment { id } }')} } }`;
    const read = async (page: object) => {
      const { moderationQueue } = await readPage(document, { ...page, filter: { articleId } });
      const flat = moderationQueue as unknown as {
        edges: { cursor: string; node: { comment: { id: string } } }[];
        nodes: { comment: { id: string } }[];
        pageInfo: never;
        totalCount: number;
      };
      expect(flat.totalCount).toBe(7);
      return {
        ...flat,
        edges: flat.edges.map(({ cursor, node }) => ({ cursor, node: node.comment })),
        nodes: flat.nodes.map(({ comment }) => comment),
      };
    };
    expect(await walkForward(read, 3)).toEqual(ids);
    expect(await walkBackward(read, 2)).toEqual(ids);
  });

  it('sends the same statements over one comment and over twenty', async () => {
    const record = () =>
      recordStatements(desk.service, () => desk.readQueue({ filter: { articleId } }));
    await addComment(desk.service, articleId);
    await desk.readQueue();
    const overOne = await record();
    await addComments(desk.service, articleId, 19);
    expect(await record()).toEqual(overOne);
    expect(new Set(overOne).size).toBe(overOne.length);
  });

  it('sends the same statements for the first page of 100 that wait and of 300', async () => {
    const record = () =>
      recordStatements(desk.service, async () => {
        expect(await desk.readQueue()).toHaveLength(20);
      });
    const totals: number[] = [];
    const recorded: string[][] = [];
    for (const added of [100, 200]) {
      await addComments(desk.service, articleId, added);
      totals.push(await countWaiting());
      recorded.push(await record());
    }
    expect(totals).toEqual([100, 300]);
    expect(recorded[1]).toEqual(recorded[0]);
  });

  it('shows a comment whose article is no longer public: it may wait all the same', async () => {
    const id = await addComment(desk.service, articleId);
    await changeRow(desk.service, articleId, `status = 'ARCHIVED'`);
    expect(await idsOf({})).toEqual([id]);
  });

  it('keeps its page short of what was withdrawn', async () => {
    const { receipt } = await sendComment(desk.service, articleId);
    await ask(
      desk.service,
      'mutation ($receipt: String!) { withdrawComment(input: { receipt: $receipt }) { comment { id } } }',
      { receipt },
    );
    expect(await idsOf({})).toEqual([]);
  });
});

describe('moderationQueue, forbids', () => {
  it('whoever is no moderator, whether anything waits or not', async () => {
    const document = '{ moderationQueue { nodes { comment { id } authorEmail } } }';
    expect(codesOf(await desk.service.send(document))).toEqual(['UNAUTHENTICATED']);
    const reader = withToken(await createToken(desk.service, Role.READER));
    expect(codesOf(await desk.service.send(document, {}, reader))).toEqual(['FORBIDDEN']);
  });
});

describe('reportComment', () => {
  it('takes a second report from the same address on a day for the same', async () => {
    const id = await addComment(desk.service, articleId);
    await desk.decide('APPROVE', id);
    expect((await report(id)).reportComment).toMatchObject({ comment: { id } });
    expect((await report(id, 'OTHER')).reportComment).toMatchObject({ comment: { id } });
    const [item] = await desk.readQueue({ filter: { articleId } });
    expect(item?.reports).toHaveLength(1);
    desk.service.clock.advance(86_400_000);
    await report(id, 'OTHER');
    const [again] = await desk.readQueue({ filter: { articleId } });
    expect(again?.reports).toHaveLength(2);
  });

  it('fails with NOT_FOUND for what readers do not see, whether it is there or not', async () => {
    const hidden = await addComment(desk.service, articleId);
    for (const id of [hidden, 'comment_none', articleId]) {
      expect((await report(id)).reportComment).toEqual({
        comment: null,
        userErrors: [{ code: 'NOT_FOUND' }],
      });
    }
  });

  it('fails with CLOSED for a comment that was withdrawn, whose notice readers see', async () => {
    const { comment, receipt } = await sendComment(desk.service, articleId);
    const id = comment?.id ?? '';
    await desk.decide('APPROVE', id);
    await ask(
      desk.service,
      'mutation ($receipt: String!) { withdrawComment(input: { receipt: $receipt }) { comment { id } } }',
      { receipt },
    );
    expect((await report(id)).reportComment).toEqual({
      comment: null,
      userErrors: [{ code: 'CLOSED' }],
    });
    expect(await idsOf({})).toEqual([]);
  });

  it('fails with TOO_LONG and INVALID for its note', async () => {
    const id = await addComment(desk.service, articleId);
    await desk.decide('APPROVE', id);
    const faultOf = async (note: string) => {
      const { reportComment } = await ask<{ reportComment: { userErrors: { code: string }[] } }>(
        desk.service,
        'mutation ($input: ReportCommentInput!) { reportComment(input: $input) { userErrors { code field } } }',
        { input: { commentId: id, reason: 'OTHER', note } },
      );
      return reportComment.userErrors[0]?.code;
    };
    expect([await faultOf('ا'.repeat(501)), await faultOf('a\u0007')]).toEqual([
      'TOO_LONG',
      'INVALID',
    ]);
    expect(await faultOf('ا'.repeat(500))).toBeUndefined();
  });
});

describe('setCommentsOpen', () => {
  const setOpen = (id: string, open: boolean) =>
    ask<{ setCommentsOpen: { article: unknown; userErrors: unknown } }>(
      desk.service,
      `mutation ($input: SetCommentsOpenInput!) { setCommentsOpen(input: $input) {
        article { id commentPolicy { isOpen } } userErrors { code field } } }`,
      { input: { articleId: id, open } },
      desk.moderator,
    );

  it('closes an article and opens it again; what is there stays', async () => {
    const closed = await setOpen(articleId, false);
    expect(closed.setCommentsOpen).toEqual({
      article: { id: articleId, commentPolicy: { isOpen: false } },
      userErrors: [],
    });
    const refused = await sendComment(desk.service, articleId);
    expect(refused.userErrors).toMatchObject([{ code: 'CLOSED' }]);
    await setOpen(articleId, true);
    expect((await sendComment(desk.service, articleId)).userErrors).toEqual([]);
  });

  it('fails with NOT_FOUND for an article that is not there, or not for moderators', async () => {
    await changeRow(desk.service, articleId, `status = 'DRAFT'`);
    for (const id of [articleId, 'article_none']) {
      expect((await setOpen(id, false)).setCommentsOpen).toEqual({
        article: null,
        userErrors: [{ code: 'NOT_FOUND', field: ['input', 'articleId'] }],
      });
    }
  });
});
