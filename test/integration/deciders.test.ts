import {
  EditCommentDocument,
  ModerateCommentsDocument,
  WithdrawCommentDocument,
} from '../../examples/generated/operations';
import { Role } from '../../src/platform/request';
import { sendComment } from '../support/add-comments';
import { ask } from '../support/ask';
import { writeArticle } from '../support/builders';
import { type ModeratedService, startModerated } from '../support/moderation';
import { type OpenIdIssuer, startIssuer } from '../support/open-id-issuer';
import { runSql } from '../support/raw-database';
import { type RequestOptions, startApp } from '../support/start-app';
import { createTestDatabase } from '../support/test-database';
import { createToken, withToken } from '../support/tokens';

let desk: ModeratedService;
let issuer: OpenIdIssuer;
let articleId: string;

const add = async () => {
  const { comment, receipt } = await sendComment(desk.service, articleId);
  return { id: comment?.id ?? '', receipt: receipt ?? '' };
};

const reject = (id: string, moderator: RequestOptions) => {
  const input = { comments: [{ id, revision: 0 }], decision: 'REJECT' as const };
  return ask(desk.service, ModerateCommentsDocument, { input }, moderator);
};

const readHistory = async () => {
  const [item] = await desk.readQueue({ filter: { articleId, status: ['REJECTED'] } });
  return item?.history.map(({ by, byKind }) => `${byKind} ${by}`);
};

const moderators: readonly [string, string, () => Promise<string>][] = [
  ['TOKEN', 'policy', () => createToken(desk.service, Role.MODERATOR, { name: 'policy' })],
  ['TOKEN', 'author', () => createToken(desk.service, Role.MODERATOR, { name: 'author' })],
  ['SUBJECT', 'policy', () => issuer.sign({ sub: 'policy', role: 'MODERATOR' })],
  ['SUBJECT', 'author', () => issuer.sign({ sub: 's', name: 'author', role: 'MODERATOR' })],
];

beforeAll(async () => {
  issuer = await startIssuer(() => desk.service.clock.now());
  desk = await startModerated(
    { repeats: null, pace: null },
    { environment: { OIDC_ISSUER: issuer.url, OIDC_AUDIENCE: 'maqal' } },
  );
});

beforeEach(async () => {
  articleId = (await writeArticle(desk.service)).article.id;
});

afterAll(async () => {
  await desk.stop();
  await issuer.stop();
});

describe('a moderator who is named like the rules or like authors', () => {
  it.each(moderators)('decides as a moderator: %s %s', async (kind, name, sign) => {
    const { id, receipt } = await add();
    await reject(id, withToken(await sign()));
    expect(await readHistory()).toEqual(['POLICY policy', `${kind} ${name}`]);
    const input = { receipt, body: 'نص آخر' };
    const { editComment } = await ask(desk.service, EditCommentDocument, { input });
    expect(editComment.userErrors).toMatchObject([{ code: 'CLOSED' }]);
  });
});

describe('the history of a comment', () => {
  it('tells its author from everybody else', async () => {
    const { id, receipt } = await add();
    await reject(id, desk.moderator);
    await ask(desk.service, WithdrawCommentDocument, { input: { receipt } });
    expect(await readHistory()).toEqual(['POLICY policy', 'TOKEN desk', 'AUTHOR author']);
  });

  it('keeps what it told before there were kinds, when the service is updated', async () => {
    const database = await createTestDatabase();
    const before = await startApp({ database });
    const { article } = await writeArticle(before);
    const body = 'http://a.example http://b.example http://c.example http://d.example';
    const { comment, receipt } = await sendComment(before, article.id, { body });
    const moderator = withToken(await createToken(before, Role.MODERATOR));
    const comments = [{ id: comment?.id ?? '', revision: 0 }];
    const input = { comments, decision: 'APPROVE' as const };
    await ask(before, ModerateCommentsDocument, { input }, moderator);
    await ask(before, WithdrawCommentDocument, { input: { receipt: receipt ?? '' } });
    await before.stop();
    await runSql(database, 'ALTER TABLE moderation_event DROP COLUMN reason');
    await runSql(database, 'ALTER TABLE moderation_event DROP COLUMN decider_kind');
    await runSql(database, `DELETE FROM migrations WHERE name LIKE 'NameDeciders%'`);
    const after = await startApp({ database });
    const { moderationQueue } = await ask<{ moderationQueue: { nodes: object[] } }>(
      after,
      '{ moderationQueue(filter: { status: [APPROVED] }) { nodes { history { by byKind } } } }',
      {},
      moderator,
    );
    expect(moderationQueue.nodes).toEqual([
      {
        history: [
          { by: 'policy', byKind: 'POLICY' },
          { by: 'moderator', byKind: 'TOKEN' },
          { by: 'author', byKind: 'AUTHOR' },
        ],
      },
    ]);
    await after.stop();
    await database.drop();
  });
});
