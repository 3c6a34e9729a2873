import { rename, rm, writeFile } from 'node:fs/promises';
import { AddCommentDocument } from '../../examples/generated/operations';
import { addComment } from '../support/add-comments';
import { buildComment, writeArticle } from '../support/builders';
import { request } from '../support/http';
import { startApp, type TestApp } from '../support/start-app';
import { isPostgres } from '../support/test-database';

let service: TestApp;
let articleId: string;

beforeEach(async () => {
  service = await startApp();
  ({
    article: { id: articleId },
  } = await writeArticle(service));
});

afterEach(() => service.stop());

/** Takes the database's file away; PostgreSQL keeps its own, so nothing happens there. */
const losses: readonly [string, (path: string) => Promise<void>][] = [
  ['deleted', (path) => rm(path)],
  ['moved away', (path) => rename(path, `${path}.old`)],
  [
    'replaced',
    async (path) => {
      await rename(path, `${path}.old`);
      await writeFile(path, '');
    },
  ],
];

describe('a database file', () => {
  it.each(losses)('that was %s makes the service not ready, and writes fail', async (_, lose) => {
    await addComment(service, articleId);
    expect((await request(service, '/health/ready')).status).toBe(200);
    if (!isPostgres) await lose(service.database.url.slice('sqlite:'.length));
    const input = buildComment(articleId);
    const { status } = await service.send(AddCommentDocument, { input });
    const ready = await request(service, '/health/ready');
    expect([status, ready.status]).toEqual(isPostgres ? [200, 200] : [503, 503]);
    if (!isPostgres) expect(ready.text).toContain('deleted or replaced');
  });
});
