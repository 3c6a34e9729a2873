import { EditCommentDocument, WithdrawCommentDocument } from '../../examples/generated/operations';
import { Role } from '../../src/platform/request';
import { addComment, sendComment } from '../support/add-comments';
import { ask } from '../support/ask';
import { writeArticle } from '../support/builders';
import { runSql } from '../support/raw-database';
import { startApp, type TestApp } from '../support/start-app';
import { readStoredBytes } from '../support/stored-bytes';
import { createToken, withToken } from '../support/tokens';

const email = 'zqxmail@private.example';
/** Each stands in what is erased, and nowhere else. */
const traces = ['zqxmail', 'zqxname', 'zqxtext', 'zqxedited', 'zqxlong'];
const commentCount = 40;

let service: TestApp;
let articleId: string;

const findTraces = async () => {
  const bytes = await readStoredBytes(service.database);
  return traces.filter((trace) => bytes.includes(trace));
};

/** Comments of one person among those of others, some of them edited; the receipts of the former. */
const writeTraces = async () => {
  const receipts: string[] = [];
  for (let number = 0; number < commentCount; number += 1) {
    await addComment(service, articleId, { body: `${number} `.repeat(1 + ((number * 37) % 400)) });
    const { receipt } = await sendComment(service, articleId, {
      authorEmail: email,
      authorName: `zqxname ${number}`,
      body: number % 4 === 0 ? 'zqxlong '.repeat(600) : `zqxtext ${number} `.repeat(1 + number),
      idempotencyKey: `key-${number}`,
    });
    receipts.push(receipt ?? '');
    if (number % 3 !== 0) continue;
    const input = { receipt: receipt ?? '', body: `zqxedited ${number} `.repeat(1 + number * 2) };
    await ask(service, EditCommentDocument, { input });
  }
  return receipts;
};

beforeEach(async () => {
  service = await startApp({ environment: { PENDING_RETENTION_DAYS: '30' } });
  ({
    article: { id: articleId },
  } = await writeArticle(service));
});

afterEach(() => service.stop());

describe('what the database holds, while the service runs', () => {
  it('has no trace of a commenter once eraseCommenter has answered', async () => {
    await writeTraces();
    expect(await findTraces()).toEqual(traces);
    const { eraseCommenter } = await ask<{ eraseCommenter: { erasedComments: number } }>(
      service,
      'mutation ($email: EmailAddress!) { eraseCommenter(input: { email: $email }) { erasedComments } }',
      { email },
      withToken(await createToken(service, Role.ADMIN)),
    );
    expect(eraseCommenter.erasedComments).toBe(commentCount);
    expect(await findTraces()).toEqual([]);
    await addComment(service, articleId, { body: 'بعد المحو' });
    expect(await findTraces()).toEqual([]);
  });

  it('has no trace of withdrawn comments once withdrawComment has answered', async () => {
    for (const receipt of await writeTraces()) {
      await ask(service, WithdrawCommentDocument, { input: { receipt } });
    }
    expect(await findTraces()).toEqual([]);
  });

  it('has no trace of held comments that the retention sweep has deleted', async () => {
    await writeTraces();
    await runSql(
      service.database,
      "UPDATE comment SET status = 'PENDING' WHERE author_name LIKE 'zqxname%'",
    );
    service.clock.advance(31 * 86_400_000);
    const { deletedComments } = await service.app.features.commenterPrivacy.retention.sweep();
    expect(deletedComments).toBe(commentCount);
    expect(await findTraces()).toEqual([]);
  });
});
