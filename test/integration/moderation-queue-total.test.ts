import fc from 'fast-check';
import { labelled, selection } from '../../src/platform/database';
import { sendComment } from '../support/add-comments';
import { ask } from '../support/ask';
import { writeArticle } from '../support/builders';
import { type ModeratedService, startModerated } from '../support/moderation';

let desk: ModeratedService;
const articleIds: string[] = [];

beforeAll(async () => {
  desk = await startModerated({ mode: 'ALL_HELD', repeats: null, pace: null });
  for (const slug of ['الأول', 'الثاني', 'الثالث']) {
    articleIds.push((await writeArticle(desk.service, { slug, title: slug })).article.id);
  }
});

afterAll(() => desk.stop());

const waiting = selection(
  'test.waiting',
  ['count(*)'],
  (list) => `SELECT ${list} FROM comment c WHERE c.is_queued`,
);

const deletion = labelled('test.deleteArticle', 'DELETE FROM article WHERE id = $1');

/** How many comments wait, as it is answered and as the rows themselves count. */
const readTotals = async () => {
  const { moderationQueue } = await ask<{ moderationQueue: { totalCount: number } }>(
    desk.service,
    '{ moderationQueue { totalCount } }',
    {},
    desk.moderator,
  );
  const [row] = await desk.service.app.database.primary.select(waiting);
  return { answered: moderationQueue.totalCount, real: Number(row?.[0]) };
};

interface Added {
  readonly id: string;
  readonly receipt: string;
}

/** What can befall comments; each gets what was added in this run so far. */
const befall = {
  add: async (added: Added[], place: number) => {
    const articleId = articleIds[place % articleIds.length] ?? '';
    const { comment, receipt } = await sendComment(desk.service, articleId);
    if (comment !== null && receipt !== null) added.push({ id: comment.id, receipt });
  },
  approveAll: (added: Added[]) => desk.decide('APPROVE', ...added.map(({ id }) => id)),
  reject: (added: Added[], place: number) => desk.decide('REJECT', ...pick(added, place, 'id')),
  report: async (added: Added[], place: number) => {
    for (const commentId of pick(added, place, 'id')) {
      await ask(
        desk.service,
        'mutation ($input: ReportCommentInput!) { reportComment(input: $input) { comment { id } } }',
        { input: { commentId, reason: 'SPAM' } },
      );
    }
  },
  edit: async (added: Added[], place: number) => {
    for (const receipt of pick(added, place, 'receipt')) {
      await ask(
        desk.service,
        'mutation ($input: EditCommentInput!) { editComment(input: $input) { comment { id } } }',
        { input: { receipt, body: `نص آخر ${place}` } },
      );
    }
  },
  withdraw: async (added: Added[], place: number) => {
    for (const receipt of pick(added, place, 'receipt')) {
      await ask(
        desk.service,
        'mutation ($receipt: String!) { withdrawComment(input: { receipt: $receipt }) { comment { id } } }',
        { receipt },
      );
    }
  },
} as const;

/** The fact of one that was added; none where nothing was. */
function pick(added: readonly Added[], place: number, fact: keyof Added): string[] {
  const one = added[place % Math.max(1, added.length)];
  return one === undefined ? [] : [one[fact]];
}

const names = Object.keys(befall) as (keyof typeof befall)[];

describe('moderationQueue.totalCount', () => {
  it('is how many wait, whatever befell them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('add' as const, ...names), fc.nat(20)), {
          minLength: 1,
          maxLength: 12,
        }),
        async (steps) => {
          const added: Added[] = [];
          for (const [name, place] of steps) await befall[name](added, place);
          const { answered, real } = await readTotals();
          expect(answered).toBe(real);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is right after many at once', async () => {
    const before = await readTotals();
    const added: Added[] = [];
    const places = Array.from({ length: 40 }, (_, place) => place);
    await Promise.all(places.map((place) => befall.add(added, place)));
    const all = before.real + places.length;
    expect(await readTotals()).toEqual({ answered: all, real: all });
    await Promise.all(
      places.map((place) => befall[place % 2 === 0 ? 'reject' : 'withdraw'](added, place)),
    );
    expect(await readTotals()).toEqual(before);
  });

  it('no longer counts what is deleted with its article', async () => {
    const before = await readTotals();
    const { article } = await writeArticle(desk.service, { slug: 'الرابع', title: 'الرابع' });
    await sendComment(desk.service, article.id);
    expect((await readTotals()).answered).toBe(before.answered + 1);
    await desk.service.app.database.transaction((transaction) =>
      transaction.execute(deletion, [article.id]),
    );
    expect((await readTotals()).answered).toBe(before.answered);
  });
});
