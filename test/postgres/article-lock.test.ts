import { Client } from 'pg';
import { sendComment } from '../support/add-comments';
import { writeArticle } from '../support/builders';
import { startApp, type TestApp } from '../support/start-app';
import { waitUntil } from '../support/wait-until';

let service: TestApp;
let locker: Client;

beforeAll(async () => {
  service = await startApp();
  locker = new Client({ connectionString: service.database.url });
  await locker.connect();
});

afterAll(async () => {
  await locker.end();
  await service.stop();
});

describe('a lock on the row of one article', () => {
  it('holds up the comments of that article and of no other', async () => {
    const [locked, free] = [await writeArticle(service), await writeArticle(service)];
    await locker.query('BEGIN');
    await locker.query('SELECT 1 FROM article WHERE id = $1 FOR UPDATE', [locked.article.id]);
    service.statements.length = 0;
    let isSettled = false;
    const held = Promise.all(
      Array.from({ length: 5 }, () => sendComment(service, locked.article.id)),
    ).finally(() => {
      isSettled = true;
    });
    await waitUntil(() => service.statements.includes('database.begin'));
    for (let index = 0; index < 5; index += 1) {
      expect((await sendComment(service, free.article.id)).comment?.status).toBe('APPROVED');
    }
    expect(isSettled).toBe(false);
    await locker.query('ROLLBACK');
    for (const { comment } of await held) expect(comment?.status).toBe('APPROVED');
  });
});
