import { print } from 'graphql';
import {
  CommentChangedDocument,
  type CommentChangedSubscription,
  CommentQueuedDocument,
  type CommentQueuedSubscription,
  EditCommentDocument,
  WithdrawCommentDocument,
} from '../../examples/generated/operations';
import { Role } from '../../src/platform/request';
import { addComment, sendComment } from '../support/add-comments';
import { ask } from '../support/ask';
import { writeArticle } from '../support/builders';
import { changeRow } from '../support/change-row';
import { type Heard, liveClients, waitForSubscribers } from '../support/live-clients';
import { type ModeratedService, startModerated } from '../support/moderation';
import { createToken } from '../support/tokens';
import { waitUntil } from '../support/wait-until';

const rules = { repeats: null, pace: null, suspect: ['مال'] };

let desk: ModeratedService;
let articleId: string;

const add = async (body: string) => {
  const { comment, receipt } = await sendComment(desk.service, articleId, { body });
  return { id: comment?.id ?? '', receipt: receipt ?? '' };
};

const edit = (receipt: string, body: string) =>
  ask(desk.service, EditCommentDocument, { input: { receipt, body } });

const withdraw = (receipt: string) =>
  ask(desk.service, WithdrawCommentDocument, { input: { receipt } });

const erase = (email: string) =>
  ask(
    desk.service,
    'mutation ($email: EmailAddress!) { eraseCommenter(input: { email: $email }) { erasedComments } }',
    { email },
    desk.administrator,
  );

const describeChanges = ({ answers }: Heard<CommentChangedSubscription>) =>
  answers.map(({ data }) => {
    const { kind, commentId, comment } = data?.commentChanged ?? {};
    return [kind, commentId, comment?.body ?? null];
  });

beforeAll(async () => {
  desk = await startModerated(rules);
});

beforeEach(async () => {
  articleId = (await writeArticle(desk.service)).article.id;
});

afterAll(() => desk.stop());

describe.each(Object.entries(liveClients))('commentChanged over %s', (_, connect) => {
  const listen = async () => {
    const subscribe = connect(desk.service);
    const heard = subscribe<CommentChangedSubscription>(print(CommentChangedDocument), {
      articleId,
    });
    await waitForSubscribers(desk.service, 1);
    const stop = async () => {
      subscribe.close();
      await waitForSubscribers(desk.service, 0);
    };
    return { heard, stop };
  };

  it('tells of each public comment that is edited, withdrawn, erased or refused, in order', async () => {
    const edited = await add('الأول');
    const held = await add('الثاني');
    const withdrawn = await add('الثالث');
    const refused = await add('الرابع');
    const { comment: erased } = await sendComment(desk.service, articleId, {
      authorEmail: 'gone@example.org',
    });
    const { heard, stop } = await listen();
    await edit(edited.receipt, 'الأول، معدلًا');
    await edit(held.receipt, 'هات المال');
    await withdraw(withdrawn.receipt);
    await desk.decide('REJECT', refused.id);
    await erase('gone@example.org');
    await waitUntil(() => heard.answers.length === 5);
    expect(describeChanges(heard)).toEqual([
      ['EDITED', edited.id, 'الأول، معدلًا'],
      ['REMOVED', held.id, null],
      ['WITHDRAWN', withdrawn.id, 'سُحب هذا التعليق.'],
      ['REMOVED', refused.id, null],
      ['WITHDRAWN', erased?.id, 'سُحب هذا التعليق.'],
    ]);
    await stop();
  });

  it('tells nothing of what readers never saw, or see unchanged', async () => {
    const held = await add('هات المال');
    const same = await add('النص');
    const elsewhere = await addComment(desk.service, (await writeArticle(desk.service)).article.id);
    const last = await add('الأخير');
    const { heard, stop } = await listen();
    await edit(held.receipt, 'نص آخر');
    await desk.decide('REJECT', { id: held.id, revision: 1 });
    await withdraw(held.receipt);
    await edit(same.receipt, ' النص ');
    await desk.decide('APPROVE', same.id);
    await desk.decide('REJECT', elsewhere);
    await withdraw(last.receipt);
    await withdraw(last.receipt);
    await waitUntil(() => heard.answers.length > 0);
    expect(describeChanges(heard)).toEqual([['WITHDRAWN', last.id, 'سُحب هذا التعليق.']]);
    await stop();
  });

  it('is silent while readers do not see the article', async () => {
    const one = await add('الأول');
    const other = await add('الثاني');
    const { heard, stop } = await listen();
    await changeRow(desk.service, articleId, `status = 'ARCHIVED'`);
    await desk.decide('REJECT', one.id);
    await changeRow(desk.service, articleId, `status = 'PUBLISHED'`);
    await desk.decide('REJECT', other.id);
    await waitUntil(() => heard.answers.length > 0);
    expect(describeChanges(heard)).toEqual([['REMOVED', other.id, null]]);
    await stop();
  });
});

describe('commentQueued', () => {
  it('gives the whole item: at first, after an edit that is held, and once reported', async () => {
    const subscribe = liveClients['graphql-ws']?.(
      desk.service,
      await createToken(desk.service, Role.MODERATOR),
    );
    const heard = subscribe?.<CommentQueuedSubscription>(print(CommentQueuedDocument));
    await waitForSubscribers(desk.service, 1);
    const held = await add('هات المال');
    const edited = await add('نص');
    await edit(edited.receipt, 'نص عن المال');
    const reported = await add('نص يُبلَّغ عنه');
    const input = { commentId: reported.id, reason: 'ABUSE' };
    await ask(
      desk.service,
      'mutation ($input: ReportCommentInput!) { reportComment(input: $input) { comment { id } } }',
      { input },
    );
    await waitUntil(() => heard?.answers.length === 3);
    const items = heard?.answers.map(({ data }) => data?.commentQueued);
    const words = expect.objectContaining({ phase: 'words', verdict: 'PENDING' }) as unknown;
    expect(items).toMatchObject([
      { comment: { id: held.id, status: 'PENDING' }, revision: 0, findings: [words] },
      { comment: { id: edited.id, status: 'PENDING' }, revision: 1, findings: [words] },
      { comment: { id: reported.id, status: 'APPROVED' }, reports: [{ reason: 'ABUSE' }] },
    ]);
    subscribe?.close();
    await waitForSubscribers(desk.service, 0);
  });
});
