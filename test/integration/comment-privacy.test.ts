import fc from 'fast-check';
import { type GraphQLObjectType, parse, validate } from 'graphql';
import { Role } from '../../src/platform/request';
import { addComment, sendComment } from '../support/add-comments';
import { ask } from '../support/ask';
import { writeArticle } from '../support/builders';
import { type ModeratedService, startModerated } from '../support/moderation';
import { arbitrarySelection, type QueryPools } from '../support/random-queries';
import type { RequestOptions } from '../support/start-app';
import { createToken, withToken } from '../support/tokens';

/** Each stands in one place alone, from which no reader may ever get it. */
const secrets = {
  email: 'unseen.reader@private.example',
  hiddenBody: 'سرنص',
  hiddenName: 'سراسم',
  listedWord: 'سركلمة',
  reportNote: 'سرملاحظة',
  earlierText: 'سرقديم',
  moderatorName: 'desk-secret-name',
};

let desk: ModeratedService;
let reader: RequestOptions;
let pools: QueryPools;

const runs = { numRuns: 250 };

beforeAll(async () => {
  desk = await startModerated({ suspect: [secrets.listedWord], repeats: null, pace: null });
  const { service } = desk;
  const { article } = await writeArticle(service);
  const shown = await sendComment(service, article.id, {
    ...{ authorEmail: secrets.email, body: secrets.earlierText },
  });
  await ask(
    service,
    'mutation ($input: EditCommentInput!) { editComment(input: $input) { comment { id } } }',
    { input: { receipt: shown.receipt, body: 'نص ظاهر' } },
  );
  const shownId = shown.comment?.id ?? '';
  await ask(
    service,
    'mutation ($input: ReportCommentInput!) { reportComment(input: $input) { comment { id } } }',
    { input: { commentId: shownId, reason: 'OTHER', note: secrets.reportNote } },
  );
  const reply = await addComment(service, article.id, { parentId: shownId, body: 'رد ظاهر' });
  const hidden = await addComment(service, article.id, {
    ...{ authorEmail: secrets.email, authorName: secrets.hiddenName },
    body: `${secrets.hiddenBody} ${secrets.listedWord}`,
  });
  const token = await createToken(service, Role.MODERATOR, { name: secrets.moderatorName });
  await ask(
    service,
    `mutation { moderateComments(input: { comments: [{ id: "${reply}", revision: 0 }], decision: REJECT }) { comments { id } } }`,
    {},
    withToken(token),
  );
  reader = withToken(await createToken(service, Role.READER));
  pools = {
    ids: [article.id, shownId, hidden, reply, 'comment_none'],
    texts: [secrets.email, article.slug, 'receipt_x', 'نص'],
  };
});

afterAll(() => desk.stop());

const expectNoSecret = (text: string, document: string) => {
  for (const [name, secret] of Object.entries(secrets)) {
    // What the reader sends may come back in a message of its own.
    if (text.includes(secret) && !document.includes(secret)) {
      throw new Error(`${name} came back for ${document}`);
    }
  }
};

const storm = async (operation: string, root: GraphQLObjectType | null | undefined) => {
  if (root === null || root === undefined) throw new Error(`The schema has no ${operation}`);
  const { schema } = desk.service.app;
  let answeredCount = 0;
  await fc.assert(
    fc.asyncProperty(arbitrarySelection(schema, root, pools, 6), async (selection) => {
      const document = `${operation} ${selection}`;
      expect(validate(schema, parse(document))).toEqual([]);
      const { data, errors } = await desk.service.send(document, {}, reader);
      if (data !== null && data !== undefined) answeredCount += 1;
      expectNoSecret(JSON.stringify([data, errors]), document);
    }),
    runs,
  );
  expect(answeredCount).toBeGreaterThan(0);
};

describe('a reader’s storm of random valid operations', () => {
  it('brings no e-mail, finding, report, earlier text or hidden comment out by queries', () =>
    storm('query', desk.service.app.schema.getQueryType()));

  it('nor by mutations', () => storm('mutation', desk.service.app.schema.getMutationType()));
});

describe('a moderator', () => {
  it('sees each of the secrets, so that the storm had something to find', async () => {
    const items = await desk.readQueue({
      filter: { status: ['PENDING', 'APPROVED', 'REJECTED'] },
    });
    const text = JSON.stringify(items);
    const unseen = Object.entries(secrets).filter(([, secret]) => !text.includes(secret));
    // Earlier texts are handed out to their author alone, by `maqal commenter export`.
    expect(unseen.map(([name]) => name)).toEqual(['earlierText']);
  });
});
