import { AddCommentDocument } from '../../examples/generated/operations';
import { codesOf } from '../support/ask';
import { buildComment, writeArticle } from '../support/builders';
import { request } from '../support/http';
import { runSql } from '../support/raw-database';
import { startApp, type TestApp } from '../support/start-app';

interface LoggedFault {
  readonly level: number;
  readonly requestId?: string;
  readonly err: { readonly message: string; readonly stack: string };
}

let service: TestApp;
let articleId: string;

/** What was logged as an error of the service's own. */
const listFaults = (): LoggedFault[] =>
  service.log.map((line) => JSON.parse(line) as LoggedFault).filter(({ level }) => level >= 50);

const counting = '{ articles { nodes { commentCount } } }';

beforeAll(async () => {
  service = await startApp();
  ({
    article: { id: articleId },
  } = await writeArticle(service));
  // What is read from here on fails in the database, as a broken disk or a wrong migration would.
  await runSql(service.database, 'DROP TABLE comment_tally');
});

beforeEach(() => {
  service.log.length = 0;
});

afterAll(() => service.stop());

describe('a fault of the service’s own', () => {
  it('is answered with INTERNAL_SERVER_ERROR and the request’s id, and nothing of the cause', async () => {
    const answer = await service.send(counting);
    const requestId = answer.headers.get('x-request-id') ?? '';
    expect([answer.status, codesOf(answer)]).toEqual([500, ['INTERNAL_SERVER_ERROR']]);
    expect(answer.errors[0]).toMatchObject({
      message: `Internal server error. The log knows more under request ${requestId}`,
      path: ['articles', 'nodes', 0, 'commentCount'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
    });
    expect(Object.keys(answer.errors[0]?.extensions ?? {}).sort()).toEqual(['code', 'requestId']);
    expect(JSON.stringify(answer.errors)).not.toMatch(/comment_tally|Statement|stack|\.ts/);
  });

  it('is logged whole under the same id: the statement, the cause and where it happened', async () => {
    const { headers } = await service.send(counting);
    const [fault] = listFaults();
    expect(fault?.requestId).toBe(headers.get('x-request-id'));
    expect(fault?.err.message).toMatch(/commentTally\.findByArticleIds.*comment_tally/);
    expect(fault?.err.stack).toContain('\n    at ');
  });

  it('leaves the parts of an answer that did not fail', async () => {
    const { status, data, errors } = await service.send<
      { node: unknown; articles: unknown },
      unknown
    >(
      'query ($id: ID!) { node(id: $id) { ... on Article { commentCount } } articles { nodes { id } } }',
      { id: articleId },
    );
    expect(status).toBe(200);
    expect(data).toEqual({ node: null, articles: { nodes: [{ id: articleId }] } });
    expect(errors).toHaveLength(1);
  });

  it('is asked for anew each time: it is never kept as an answer', async () => {
    const ids = new Set<unknown>();
    for (let time = 0; time < 3; time += 1) {
      const { errors } = await service.send(counting);
      ids.add(errors[0]?.extensions?.['requestId']);
    }
    expect(ids.size).toBe(3);
  });

  it('undoes the whole mutation, and names no address in the answer or the log', async () => {
    const input = buildComment(articleId, { authorEmail: 'secret@example.com' });
    const answer = await service.send(AddCommentDocument, { input });
    expect(codesOf(answer)).toEqual(['INTERNAL_SERVER_ERROR']);
    const { data } = await service.send<{ articles: { nodes: { comments: unknown }[] } }, unknown>(
      '{ articles { nodes { comments { nodes { id } } } } }',
    );
    expect(data?.articles.nodes).toEqual([{ comments: { nodes: [] } }]);
    expect(listFaults()).toHaveLength(1);
    expect(service.log.join('')).not.toContain('secret@');
  });

  it('does not come from what a caller can mend', async () => {
    await service.send('{ nothingOfTheKind }');
    await service.send('{ articles(first: -1) { nodes { id } } }');
    expect(listFaults()).toEqual([]);
  });
});

describe('GET /health/ready', () => {
  it('fails with 503 and a reason once the database does not answer, while /health/live goes on', async () => {
    const other = await startApp();
    const readStatuses = async () => [
      (await request(other, '/health/live')).status,
      (await request(other, '/health/ready')).status,
    ];
    expect(await readStatuses()).toEqual([200, 200]);
    await other.app.database.close();
    expect(await readStatuses()).toEqual([200, 503]);
    const { text } = await request(other, '/health/ready');
    expect(JSON.parse(text)).toEqual({
      status: 'unavailable',
      reason: 'The database does not answer',
    });
    const answer = await other.send(counting);
    expect(codesOf(answer)).toEqual(['INTERNAL_SERVER_ERROR']);
    await other.stop();
  });
});
