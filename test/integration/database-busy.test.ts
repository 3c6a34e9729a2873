import { AddCommentDocument } from '../../examples/generated/operations';
import { codesOf } from '../support/ask';
import { buildComment, writeArticle } from '../support/builders';
import { request } from '../support/http';
import { blockWrites } from '../support/raw-database';
import { type Answer, startApp, type TestApp } from '../support/start-app';
import { createTestDatabase, isPostgres, type TestDatabase } from '../support/test-database';
import { waitUntil } from '../support/wait-until';

let database: TestDatabase;
let service: TestApp;
let articleId: string;

beforeEach(async () => {
  database = await createTestDatabase();
  service = await startApp({
    database,
    // On PostgreSQL one writer that waits is then all that fits.
    environment: { DATABASE_POOL: '1', REQUEST_TIMEOUT_MS: '20000' },
  });
  ({
    article: { id: articleId },
  } = await writeArticle(service));
});

afterEach(async () => {
  await service.stop();
  await database.drop();
});

const add = (body: string) =>
  service.send(AddCommentDocument, { input: buildComment(articleId, { body }) });
const expectUnavailable = ({ status, headers, errors }: Answer<unknown>) => {
  expect([status, codesOf({ errors })]).toEqual([503, ['SERVICE_UNAVAILABLE']]);
  expect(headers.get('retry-after')).toBe('1');
  expect(errors[0]?.extensions).toMatchObject({ retryAfterSeconds: 1 });
};

describe('a database that is locked, or has no connection left', () => {
  it('is SERVICE_UNAVAILABLE with Retry-After, logged as a warning, and passes', async () => {
    const unblock = await blockWrites(database);
    service.statements.length = 0;
    const blocked = add('الأول');
    await waitUntil(() => service.statements.includes('database.begin'));
    // SQLite gives the write up; on PostgreSQL it holds the only connection.
    if (isPostgres) expectUnavailable(await service.send('{ articles { nodes { id } } }'));
    else expectUnavailable(await blocked);
    expect((await request(service, '/health/ready')).status).toBe(200);
    await unblock();
    await blocked;
    const { data } = await add('الثاني');
    expect(data?.addComment.comment?.body).toBe('الثاني');
    const levels = service.log
      .map((line) => JSON.parse(line) as { level: number; err?: { code?: string } })
      .filter(({ err }) => err?.code === 'SERVICE_UNAVAILABLE')
      .map(({ level }) => level);
    expect(levels).toEqual([40]);
  });
});
