import { Client } from 'pg';
import { Role } from '../../src/platform/request';
import { ask } from '../support/ask';
import { buildComment, writeArticle } from '../support/builders';
import { createEditor } from '../support/editing';
import { type RequestOptions, startApp, type TestApp } from '../support/start-app';
import { waitUntil } from '../support/wait-until';

let service: TestApp;
let deleter: Client;
/** Beside the transaction: what it sees of other connections would stand still in it. */
let watcher: Client;
let admin: RequestOptions;

beforeAll(async () => {
  service = await startApp();
  admin = (await createEditor(service, Role.ADMIN)).options;
  deleter = new Client({ connectionString: service.database.url });
  watcher = new Client({ connectionString: service.database.url });
  await Promise.all([deleter.connect(), watcher.connect()]);
});

afterAll(async () => {
  await Promise.all([deleter.end(), watcher.end()]);
  await service.stop();
});

interface Added {
  readonly addComment: { readonly comment: { readonly id: string }; readonly receipt: string };
}
interface Refused {
  readonly payload: { readonly userErrors: readonly { code: string; field: string[] }[] };
}

const adding = `mutation ($input: AddCommentInput!) {
  addComment(input: $input) { comment { id } receipt }
}`;

/** What may be written for an article and its comment, with the fault where they are not there. */
const listWrites = (articleId: string, comment: Added['addComment']) => {
  const { receipt } = comment;
  const commentId = comment.comment.id;
  const decided = { comments: [{ id: commentId, revision: 0 }], decision: 'REJECT' };
  return [
    ['addComment', buildComment(articleId), 'articleId'],
    ['addComment', buildComment(articleId, { parentId: commentId }), 'articleId'],
    ['editComment', { receipt, body: 'نص آخر.' }, 'receipt'],
    ['withdrawComment', { receipt }, 'receipt'],
    ['reportComment', { commentId, reason: 'OTHER' }, 'commentId'],
    ['moderateComments', decided, 'comments.0.id'],
    ['setCommentsOpen', { articleId, open: false }, 'articleId'],
    ['updateArticle', { id: articleId, version: 1, title: 'عنوان آخر' }, 'id'],
    ['publishArticle', { id: articleId, version: 1 }, 'id'],
    ['deleteArticle', { id: articleId, version: 1 }, 'id'],
    ['createPreviewLink', { articleId }, 'articleId'],
    ['revokePreviewLinks', { articleId }, 'articleId'],
  ] as const;
};

const countWaiting = async () => {
  const { rows } = await watcher.query<{ count: string }>(
    `SELECT count(*) FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return Number(rows[0]?.count);
};

describe('a write for an article that is deleted at the same moment', () => {
  it.each(
    listWrites('', { comment: { id: '' }, receipt: '' }).map(([name], index) => [name, index]),
  )('is answered as for one that is not there: %s (%i)', async (name, index) => {
    const { article } = await writeArticle(service);
    const input = buildComment(article.id);
    const { addComment: comment } = await ask<Added>(service, adding, { input });
    const [, sent, field] = listWrites(article.id, comment)[index] ?? [];
    await deleter.query('BEGIN');
    await deleter.query('DELETE FROM article WHERE id = $1', [article.id]);
    const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) {
        payload: ${name}(input: $input) { userErrors { code field } }
      }`;
    const answer = ask<Refused>(service, document, { input: sent }, admin);
    await waitUntil(async () => (await countWaiting()) > 0);
    await deleter.query('COMMIT');
    expect((await answer).payload.userErrors).toEqual([
      { code: 'NOT_FOUND', field: ['input', ...(field?.split('.') ?? [])] },
    ]);
  });
});
