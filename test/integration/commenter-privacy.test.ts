import { CommentByReceiptDocument } from '../../examples/generated/operations';
import { selection } from '../../src/platform/database';
import { Role } from '../../src/platform/request';
import { addComment, addComments, sendComment } from '../support/add-comments';
import { ask, codesOf, recordStatements } from '../support/ask';
import { writeArticle } from '../support/builders';
import { runSql } from '../support/raw-database';
import { startApp, type TestApp, type TestAppOptions } from '../support/start-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { createToken, withToken } from '../support/tokens';

const keyOf = (id: string) => `${id}:${Buffer.alloc(32, id).toString('base64')}`;
const email = 'Some.Reader@private.example';

const kept = selection(
  'test.kept',
  ['c.author_email', 'c.email_hash', 'c.address_hash', 'c.author_name', 'c.body'],
  (list) => `SELECT ${list} FROM comment c WHERE c.id = $1`,
);

let database: TestDatabase;
const running: TestApp[] = [];

const start = async (PRIVACY_KEYS: string, options: TestAppOptions = {}) => {
  const service = await startApp({
    ...{ database, ...options },
    environment: { PRIVACY_KEYS, ...options.environment },
  });
  running.push(service);
  return service;
};

const readRow = async ({ app }: TestApp, id: string) =>
  (await app.database.primary.select(kept, [id]))[0] ?? [];

const erase = async (service: TestApp, address: string, role = Role.ADMIN) =>
  service.send<{ eraseCommenter: { erasedComments: number } }, object>(
    'mutation ($email: EmailAddress!) { eraseCommenter(input: { email: $email }) { erasedComments } }',
    { email: address },
    withToken(await createToken(service, role)),
  );

const findByEmail = async (service: TestApp, address: string) =>
  (
    await ask<{ moderationQueue: { nodes: { comment: { id: string }; authorEmail: string }[] } }>(
      service,
      `query ($email: EmailAddress) { moderationQueue(filter: { authorEmail: $email, status: [APPROVED] }) {
        nodes { comment { id } authorEmail } } }`,
      { email: address },
      withToken(await createToken(service, Role.MODERATOR)),
    )
  ).moderationQueue.nodes;

beforeEach(async () => {
  database = await createTestDatabase();
});

afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
  await database.drop();
});

describe('PRIVACY_KEYS', () => {
  it('keep no e-mail or network address in the database that can be read there', async () => {
    const service = await start(keyOf('a'));
    const { article } = await writeArticle(service);
    const id = await addComment(service, article.id, { authorEmail: email });
    const row = JSON.stringify(await readRow(service, id)).toLowerCase();
    expect(row).toContain('sealed:1:a:');
    for (const part of ['some.reader', 'private.example', '127.0.0.1']) {
      expect(row).not.toContain(part);
    }
    expect(service.log.join('')).not.toContain('PRIVACY_KEYS is not set');
    expect(await findByEmail(service, email.toUpperCase())).toEqual([
      { comment: { id }, authorEmail: email },
    ]);
  });

  it('may be rotated: the old key opens until everything is kept under the new one', async () => {
    const before = await start(keyOf('a'));
    const { article } = await writeArticle(before);
    const id = await addComment(before, article.id, {
      ...{ authorEmail: email, idempotencyKey: 'one' },
    });
    const both = await start(`${keyOf('b')},${keyOf('a')}`);
    expect(await findByEmail(both, email)).toEqual([{ comment: { id }, authorEmail: email }]);
    const again = await addComment(both, article.id, {
      ...{ authorEmail: email, idempotencyKey: 'one' },
    });
    expect(again).toBe(id);
    expect(await both.app.features.commenterPrivacy.rekeying.rekey()).toBe(1);
    expect(await both.app.features.commenterPrivacy.rekeying.rekey()).toBe(0);
    const after = await start(keyOf('b'));
    expect(await findByEmail(after, email)).toEqual([{ comment: { id }, authorEmail: email }]);
  });

  it('seal what was kept before there were any', async () => {
    const none = await start('');
    expect(none.log.join('')).toContain('PRIVACY_KEYS is not set');
    const { article } = await writeArticle(none);
    const id = await addComment(none, article.id, { authorEmail: email });
    const legacy = await addComment(none, article.id, { authorEmail: email });
    await runSql(database, `UPDATE comment SET email_hash = NULL WHERE id = '${legacy}'`);
    expect((await readRow(none, id))[0]).toBe(email);
    const keyed = await start(keyOf('a'));
    expect(await findByEmail(keyed, email)).toMatchObject([{ comment: { id } }]);
    expect(await keyed.app.features.commenterPrivacy.rekeying.rekey()).toBe(2);
    expect(await findByEmail(keyed, email)).toHaveLength(2);
  });

  it('that are gone keep one address back, and not the whole queue', async () => {
    const before = await start(keyOf('a'));
    const { article } = await writeArticle(before);
    await addComment(before, article.id);
    const after = await start(keyOf('b'), { now: '2024-06-12T10:00:00.000Z' });
    await addComment(after, article.id);
    const answer = await after.send<
      { moderationQueue: { nodes: { authorEmail: unknown }[] } },
      object
    >(
      '{ moderationQueue(filter: { status: [APPROVED] }) { nodes { authorEmail } } }',
      {},
      withToken(await createToken(after, Role.MODERATOR)),
    );
    expect(answer.data?.moderationQueue.nodes).toEqual([
      { authorEmail: null },
      { authorEmail: 'reader@example.org' },
    ]);
    expect(codesOf(answer)).toEqual(['INTERNAL_SERVER_ERROR']);
  });

  it.each(['a:short', `a:${'A'.repeat(43)}=,a:${'B'.repeat(43)}=`, 'nokey'])(
    'that cannot be used keep the service from starting, and are not printed: %s',
    async (keys) => {
      await expect(start(keys)).rejects.toThrow(/PRIVACY_KEYS.*a value that is not shown/s);
    },
  );
});

describe('eraseCommenter', () => {
  it('takes name, address and text of every comment away, and keeps threads whole', async () => {
    const service = await start(keyOf('a'));
    const { article } = await writeArticle(service);
    const other = await writeArticle(service, { locale: 'en' });
    const first = await sendComment(service, article.id, {
      ...{ authorEmail: email, authorName: 'ليلى', body: 'نصها' },
    });
    const parentId = first.comment?.id ?? '';
    const reply = await addComment(service, article.id, { parentId });
    const second = await addComment(service, other.article.id, {
      ...{ authorEmail: email.toLowerCase(), authorName: 'ليلى' },
    });
    expect((await erase(service, ` ${email} `)).data).toEqual({
      eraseCommenter: { erasedComments: 2 },
    });
    expect(await readRow(service, parentId)).toEqual([
      ...[null, null, null, 'تعليق مسحوب', 'سُحب هذا التعليق.'],
    ]);
    expect(await readRow(service, second)).toEqual([
      ...[null, null, null, 'Withdrawn', 'This comment was withdrawn.'],
    ]);
    const { node } = await ask<{ node: object }>(
      service,
      'query ($id: ID!) { node(id: $id) { ... on Comment { isWithdrawn replyCount replies { nodes { id } } } } }',
      { id: parentId },
    );
    expect(node).toEqual({ isWithdrawn: true, replyCount: 1, replies: { nodes: [{ id: reply }] } });
    const own = await ask(service, CommentByReceiptDocument, { receipt: first.receipt ?? '' });
    expect(own.commentByReceipt).toBeNull();
    expect(await service.app.features.commenterPrivacy.exports.export(email)).toMatchObject({
      comments: [],
    });
  });

  it('finds what is kept from before there were hashes, and is no error for nobody', async () => {
    const service = await start('');
    const { article } = await writeArticle(service);
    const id = await addComment(service, article.id, { authorEmail: email });
    await runSql(database, `UPDATE comment SET email_hash = NULL WHERE id = '${id}'`);
    expect((await erase(service, email)).data?.eraseCommenter.erasedComments).toBe(1);
    expect((await erase(service, email)).data?.eraseCommenter.erasedComments).toBe(0);
  });

  it('costs as many statements for many comments as for one', async () => {
    const service = await start(keyOf('a'));
    const { article } = await writeArticle(service);
    const admin = withToken(await createToken(service, Role.ADMIN));
    const add = (address: string) => addComment(service, article.id, { authorEmail: address });
    for (const address of ['one@a.example', 'warm@a.example']) await add(address);
    for (let number = 0; number < 20; number += 1) await add('many@a.example');
    const eraseOf = (address: string) =>
      recordStatements(service, () =>
        ask(
          service,
          'mutation ($email: EmailAddress!) { eraseCommenter(input: { email: $email }) { erasedComments } }',
          { email: address },
          admin,
        ),
      );
    await eraseOf('warm@a.example');
    expect(await eraseOf('many@a.example')).toEqual(await eraseOf('one@a.example'));
  });

  it('needs an administrator', async () => {
    const service = await start(keyOf('a'));
    expect(codesOf(await erase(service, email, Role.EDITOR))).toEqual(['FORBIDDEN']);
  });
});

describe('what is kept for a time', () => {
  it('goes after it: held comments as configured, network hashes after two days', async () => {
    const service = await start(keyOf('a'), { environment: { PENDING_RETENTION_DAYS: '30' } });
    const { article } = await writeArticle(service);
    const shown = await addComment(service, article.id);
    const parent = await addComment(service, article.id);
    await addComment(service, article.id, { parentId: parent });
    const held = await addComment(service, article.id);
    for (const id of [held, parent]) {
      await runSql(database, `UPDATE comment SET status = 'PENDING' WHERE id = '${id}'`);
    }
    const { retention } = service.app.features.commenterPrivacy;
    service.clock.advance(30 * 86_400_000);
    expect(await retention.sweep()).toEqual({ deletedComments: 0, forgottenAddresses: 4 });
    service.clock.advance(1);
    expect(await retention.sweep()).toEqual({ deletedComments: 1, forgottenAddresses: 0 });
    expect(await readRow(service, held)).toEqual([]);
    for (const id of [shown, parent]) expect((await readRow(service, id))[2]).toBeNull();
  });

  it('goes after it: comments that were refused, unless they were replied to', async () => {
    const service = await start(keyOf('a'), { environment: { REJECTED_RETENTION_DAYS: '90' } });
    const { article } = await writeArticle(service);
    const [shown, held, rejected, spam, parent] = await addComments(service, article.id, 5);
    await addComment(service, article.id, { parentId: parent ?? null });
    const setStatus = (id: string | undefined, status: string) =>
      runSql(database, `UPDATE comment SET status = '${status}' WHERE id = '${id}'`);
    await setStatus(held, 'PENDING');
    for (const id of [rejected, parent]) await setStatus(id, 'REJECTED');
    await setStatus(spam, 'SPAM');
    const { retention } = service.app.features.commenterPrivacy;
    service.clock.advance(89 * 86_400_000);
    expect(await retention.sweep()).toMatchObject({ deletedComments: 0 });
    service.clock.advance(86_400_000);
    expect(await retention.sweep()).toMatchObject({ deletedComments: 2 });
    for (const id of [rejected, spam]) expect(await readRow(service, id ?? '')).toEqual([]);
    for (const id of [shown, held, parent])
      expect(await readRow(service, id ?? '')).not.toEqual([]);
  });

  it('stays for ever where nothing is configured', async () => {
    const service = await start(keyOf('a'));
    const { article } = await writeArticle(service);
    const held = await addComment(service, article.id);
    await runSql(database, `UPDATE comment SET status = 'PENDING' WHERE id = '${held}'`);
    const refused = await addComment(service, article.id);
    await runSql(database, `UPDATE comment SET status = 'REJECTED' WHERE id = '${refused}'`);
    service.clock.advance(10_000 * 86_400_000);
    expect(await service.app.features.commenterPrivacy.retention.sweep()).toMatchObject({
      deletedComments: 0,
    });
  });
});
