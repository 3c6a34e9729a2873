import { addComment, addComments, sendComment } from '../support/add-comments';
import { ask, codesOf, recordStatements } from '../support/ask';
import { writeArticle } from '../support/builders';
import { type ModeratedService, startModerated } from '../support/moderation';

interface Outcome {
  readonly before: string;
  readonly after: string;
  readonly count: number;
  readonly examples: readonly {
    readonly comment: { readonly id: string };
    readonly findings: readonly { readonly phase: string; readonly reason: string }[];
  }[];
}

const document = `query ($rules: String!, $since: DateTime!) { replayModeration(rules: $rules, since: $since) {
  ruleVersion commentCount isComplete outcomes { before after count
    examples { comment { id } findings { phase reason } } } } }`;

let desk: ModeratedService;
let articleId: string;
let since: string;

const replay = async (rules: object) =>
  (
    await ask<{
      replayModeration: {
        ruleVersion: string;
        commentCount: number;
        isComplete: boolean;
        outcomes: Outcome[];
      };
    }>(desk.service, document, { rules: JSON.stringify(rules), since }, desk.administrator)
  ).replayModeration;

const countsOf = (outcomes: readonly Outcome[]) =>
  Object.fromEntries(outcomes.map(({ before, after, count }) => [`${before} ${after}`, count]));

const none = { repeats: null, pace: null };

beforeAll(async () => {
  desk = await startModerated(none);
});

beforeEach(async () => {
  desk.service.clock.advance(3 * 86_400_000);
  since = desk.service.clock.now().toISOString();
  ({
    article: { id: articleId },
  } = await writeArticle(desk.service));
});

afterAll(() => desk.stop());

describe('replayModeration', () => {
  it('counts what rules would have done, with examples, and changes nothing', async () => {
    const bad = await addComment(desk.service, articleId, { body: 'يا كـلب' });
    await addComments(desk.service, articleId, 2);
    const rejected = await addComment(desk.service, articleId, { body: 'نص آخر' });
    await desk.decide('REJECT', rejected);
    const report = await replay({ ...none, version: 'new', banned: ['كلب'] });
    expect(report).toMatchObject({ ruleVersion: 'new', commentCount: 4, isComplete: true });
    expect(countsOf(report.outcomes)).toEqual({
      'APPROVED APPROVED': 2,
      'APPROVED REJECTED': 1,
      'REJECTED APPROVED': 1,
    });
    const changed = report.outcomes.find(({ after }) => after === 'REJECTED');
    expect(changed?.examples).toEqual([
      { comment: { id: bad }, findings: [{ phase: 'words', reason: 'A banned word: كلب' }] },
    ]);
    expect(report.outcomes.find(({ count }) => count === 2)?.examples).toEqual([]);
    expect(await desk.readQueue({ filter: { articleId } })).toEqual([]);
  });

  it('knows at each comment what came before it: repeats, pace and trust', async () => {
    const first = await sendComment(desk.service, articleId, { body: 'نص واحد' });
    await addComment(desk.service, articleId, { body: 'نص واحد', receipt: first.receipt });
    expect(countsOf((await replay({ pace: null })).outcomes)).toEqual({
      'APPROVED APPROVED': 1,
      'APPROVED PENDING': 1,
    });
    const pace = { maxComments: 1, windowSeconds: 60 };
    expect(countsOf((await replay({ repeats: null, pace })).outcomes)).toEqual({
      'APPROVED APPROVED': 1,
      'APPROVED PENDING': 1,
    });
    expect(countsOf((await replay({ ...none, mode: 'FIRST_HELD' })).outcomes)).toEqual({
      'APPROVED APPROVED': 1,
      'APPROVED PENDING': 1,
    });
  });

  it('looks at comments since the instant only, and at none that was withdrawn', async () => {
    await addComment(desk.service, articleId);
    const { receipt } = await sendComment(desk.service, articleId);
    await ask(
      desk.service,
      'mutation ($receipt: String!) { withdrawComment(input: { receipt: $receipt }) { comment { id } } }',
      { receipt },
    );
    expect((await replay(none)).commentCount).toBe(1);
  });

  it('sends as many statements for many comments as for one', async () => {
    await addComment(desk.service, articleId);
    await replay(none);
    // It only reads; a token's last use, of the request before, may be committed at the same time.
    const recordReads = async () =>
      (await recordStatements(desk.service, () => replay(none))).filter(
        (label) => !label.startsWith('database.') && !label.startsWith('apiToken.'),
      );
    const forOne = await recordReads();
    await addComments(desk.service, articleId, 30);
    expect(await recordReads()).toEqual(forOne);
  });

  it('tells every fault of the rules', async () => {
    const answer = await desk.service.send(
      document,
      { rules: '{"mode": "NONE", "maxLinks": "x"}', since },
      desk.administrator,
    );
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors[0]?.message).toMatch(/mode.*maxLinks/s);
  });

  it('refuses words that ligatures make many times as long', async () => {
    const rules = JSON.stringify({ banned: ['ﷺ'.repeat(66)] });
    const answer = await desk.service.send(document, { rules, since }, desk.administrator);
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors[0]?.message).toContain('banned.0');
  });

  it('needs an administrator', async () => {
    const answer = await desk.service.send(document, { rules: '{}', since }, desk.moderator);
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
  });
});
