import { addComment, sendComment } from '../support/add-comments';
import { ask } from '../support/ask';
import { writeArticle } from '../support/builders';
import { type ModeratedService, startModerated } from '../support/moderation';
import { waitUntil } from '../support/wait-until';

let desk: ModeratedService;
let articleId: string;

const statusOf = async (overrides: Parameters<typeof sendComment>[2]) => {
  const { comment, userErrors } = await sendComment(desk.service, articleId, overrides);
  return comment?.status ?? userErrors[0]?.code;
};

const readPolicy = async () =>
  (
    await ask<{ node: { commentPolicy: { isOpen: boolean; isPremoderated: boolean } } }>(
      desk.service,
      'query ($id: ID!) { node(id: $id) { ... on Article { commentPolicy { isOpen isPremoderated } } } }',
      { id: articleId },
    )
  ).node.commentPolicy;

beforeAll(async () => {
  desk = await startModerated({});
});

beforeEach(async () => {
  await desk.setRules({});
  ({
    article: { id: articleId },
  } = await writeArticle(desk.service));
});

afterAll(() => desk.stop());

describe('MODERATION_RULES', () => {
  it('reject a banned word, hold a suspect one, and keep every finding with its place', async () => {
    await desk.setRules({ version: 'june', banned: ['كلب'], suspect: ['مال'] });
    const body = 'يا كـلـب، هات المال';
    expect(await statusOf({ body })).toBe('REJECTED');
    expect(await statusOf({ body: 'هات المال' })).toBe('PENDING');
    const [item] = await desk.readQueue({ filter: { articleId, status: ['REJECTED'] } });
    expect(item?.findings).toEqual([
      {
        ...{ phase: 'words', verdict: 'REJECTED', reason: 'A banned word: كلب', field: 'BODY' },
        range: { start: 3, end: 8 },
        ruleVersion: 'june',
      },
      {
        ...{ phase: 'words', verdict: 'PENDING', reason: 'A suspect word: مال', field: 'BODY' },
        range: { start: 14, end: 19 },
        ruleVersion: 'june',
      },
    ]);
    expect(item?.history).toEqual([
      {
        status: 'REJECTED',
        by: 'policy',
        byKind: 'POLICY',
        reason: null,
        at: desk.service.clock.now().toISOString(),
      },
    ]);
  });

  it('tell a moderator the reason in their own language', async () => {
    await desk.setRules({ suspect: ['مال'] });
    await statusOf({ body: 'مال' });
    const { moderationQueue } = await ask<{
      moderationQueue: { nodes: { findings: { reason: string }[] }[] };
    }>(
      desk.service,
      'query ($id: ID!) { moderationQueue(filter: { articleId: $id }) { nodes { findings { reason } } } }',
      { id: articleId },
      { headers: { ...desk.moderator.headers, 'accept-language': 'ar' } },
    );
    expect(moderationQueue.nodes[0]?.findings[0]?.reason).toBe('كلمة مشبوهة: مال');
  });

  it('hold the same text again, of the same author or, where it is long, the same address', async () => {
    const body = 'نص لا يشبه غيره';
    expect(await statusOf({ body })).toBe('APPROVED');
    expect(await statusOf({ body })).toBe('PENDING');
    expect(await statusOf({ body, authorEmail: 'other@example.org' })).toBe('APPROVED');
    const long = 'نص طويل لا يشبه غيره من النصوص';
    expect(await statusOf({ body: long })).toBe('APPROVED');
    expect(await statusOf({ body: long, authorEmail: 'other@example.org' })).toBe('PENDING');
    desk.service.clock.advance(25 * 3_600_000);
    expect(await statusOf({ body })).toBe('APPROVED');
  });

  it('hold what one address sends too fast', async () => {
    await desk.setRules({ pace: { maxComments: 2, windowSeconds: 60 } });
    desk.service.clock.advance(3_600_000);
    const send = (number: number) => statusOf({ body: `نص مختلف ${number}` });
    expect([await send(1), await send(2), await send(3)]).toEqual([
      ...['APPROVED', 'APPROVED', 'PENDING'],
    ]);
    desk.service.clock.advance(61_000);
    expect(await send(4)).toBe('APPROVED');
  });

  it('let a script of the newsroom’s send as fast as it likes', async () => {
    await desk.setRules({ mode: 'ALL_HELD', pace: { maxComments: 1 } });
    const send = (body: string) =>
      sendComment(desk.service, articleId, { body }, desk.administrator);
    const answers = [await send('أ'), await send('ب'), await send('أ')];
    expect(answers.map(({ comment }) => comment?.status)).toEqual(Array(3).fill('APPROVED'));
  });

  it('hold a name that looks like the article’s byline', async () => {
    expect(await statusOf({ authorName: 'فَريق التحـرير' })).toBe('PENDING');
  });

  it('hold all in one mode and say so in the comment form, which nobody keeps stale', async () => {
    expect(await readPolicy()).toEqual({ isOpen: true, isPremoderated: false });
    await desk.setRules({ mode: 'ALL_HELD' });
    expect(await statusOf({})).toBe('PENDING');
    await waitUntil(async () => (await readPolicy()).isPremoderated);
  });

  it('close an article by its age: in the form, and to a comment', async () => {
    await desk.setRules({ closeAfterDays: 1_000 });
    await addComment(desk.service, articleId, { body: 'قبل الإغلاق' });
    await desk.setRules({ closeAfterDays: 1 });
    const published = '2024-06-11T09:00:00.000Z';
    expect(desk.service.clock.now().getTime()).toBeGreaterThan(Date.parse(published) + 86_400_000);
    expect(await statusOf({ body: 'بعد الإغلاق' })).toBe('CLOSED');
    await waitUntil(async () => !(await readPolicy()).isOpen);
  });

  it('say of each comment whether it takes a reply, and until when it may be edited', async () => {
    const readThread = async (ids: readonly string[]) => {
      const document = `query ($ids: [ID!]!) {
        nodes(ids: $ids) { ... on Comment { createdAt canReply editableUntil } } }`;
      const { nodes } = await ask<{
        nodes: { createdAt: string; canReply: boolean; editableUntil: string | null }[];
      }>(desk.service, document, { ids });
      return nodes;
    };
    const thread = [await addComment(desk.service, articleId, { body: 'مستوى 0' })];
    for (let depth = 1; depth <= 5; depth += 1) {
      const parentId = thread.at(-1) ?? null;
      thread.push(await addComment(desk.service, articleId, { body: `مستوى ${depth}`, parentId }));
    }
    const open = await readThread(thread);
    expect(open.map(({ canReply }) => canReply)).toEqual([...Array<boolean>(5).fill(true), false]);
    for (const { createdAt, editableUntil } of open) {
      expect(Date.parse(editableUntil ?? '') - Date.parse(createdAt)).toBe(15 * 60_000);
    }
    await desk.setRules({ closeAfterDays: 1, editWindowMinutes: null });
    expect(await statusOf({ body: 'بعد الإغلاق' })).toBe('CLOSED');
    await waitUntil(async () => {
      const closed = await readThread(thread);
      return closed.every(({ canReply, editableUntil }) => !canReply && editableUntil === null);
    });
  });

  it('that cannot be read leave the last good ones in force', async () => {
    await desk.setRules({ banned: ['كلب'] });
    expect(await statusOf({ body: 'كلب' })).toBe('REJECTED');
    await desk.setRules({ banned: 'كلب' });
    expect(await statusOf({ body: 'كلب آخر' })).toBe('REJECTED');
  });
});

describe('FIRST_HELD', () => {
  beforeEach(() => desk.setRules({ mode: 'FIRST_HELD' }));

  it('holds a first comment; the receipt of an approved one earns trust, an address never', async () => {
    const first = await sendComment(desk.service, articleId, { body: 'تعليق أول' });
    const receipt = first.receipt ?? '';
    expect(first.comment?.status).toBe('PENDING');
    expect(await statusOf({ body: 'لم يوافق أحد بعد', receipt })).toBe('PENDING');
    await desk.decide('APPROVE', first.comment?.id ?? '');
    expect(await statusOf({ body: 'البريد نفسه بلا إيصال' })).toBe('PENDING');
    expect(await statusOf({ body: 'بإيصال خاطئ', receipt: 'receipt_x' })).toBe('PENDING');
    expect(await statusOf({ body: 'الآن بالإيصال', receipt })).toBe('APPROVED');
  });

  it('goes on from receipt to receipt, and ends with a comment that was spam', async () => {
    const first = await sendComment(desk.service, articleId, { body: 'الأول من كاتبه' });
    await desk.decide('APPROVE', first.comment?.id ?? '');
    const second = await sendComment(desk.service, articleId, {
      ...{ body: 'الثاني من كاتبه', receipt: first.receipt },
    });
    const receipt = second.receipt ?? '';
    expect(await statusOf({ body: 'الثالث من كاتبه', receipt })).toBe('APPROVED');
    await desk.decide('SPAM', second.comment?.id ?? '');
    expect(await statusOf({ body: 'الرابع من كاتبه', receipt })).toBe('PENDING');
  });
});
