import type { Comment } from '../../examples/generated/operations';
import { addComment, addComments } from '../support/add-comments';
import { ask, recordStatements } from '../support/ask';
import { writeArticle } from '../support/builders';
import { changeRow } from '../support/change-row';
import { startApp, type TestApp } from '../support/start-app';

interface Thread {
  readonly commentCount: number;
  readonly comments: { readonly totalCount: number; readonly nodes: readonly Comment[] };
}

let service: TestApp;
let articleId: string;

const readThread = async (selection: string): Promise<Thread> => {
  const { node } = await ask<{ node: Thread }>(
    service,
    `query ($id: ID!) { node(id: $id) { ... on Article {
      commentCount comments { totalCount nodes { ${selection} } } } } }`,
    { id: articleId },
  );
  return node;
};

beforeAll(async () => {
  service = await startApp();
});

beforeEach(async () => {
  ({
    article: { id: articleId },
  } = await writeArticle(service));
});

afterAll(() => service.stop());

describe('Article.comments', () => {
  it('is empty before the first comment, and counts none', async () => {
    expect(await readThread('id')).toEqual({
      commentCount: 0,
      comments: { totalCount: 0, nodes: [] },
    });
  });

  it('answers everything that a page prints of a comment', async () => {
    const id = await addComment(service, articleId, { authorName: 'ليلى', body: 'سطر\nوآخر' });
    const { comments } = await readThread(`
      id authorName body status createdAt depth replyCount parent { id } article { id }`);
    expect(comments.nodes).toEqual([
      {
        id,
        authorName: 'ليلى',
        body: 'سطر\nوآخر',
        status: 'APPROVED',
        createdAt: service.clock.now().toISOString(),
        depth: 0,
        replyCount: 0,
        parent: null,
        article: { id: articleId },
      },
    ]);
  });

  it('holds top-level comments only; commentCount counts the replies too', async () => {
    const [first = '', second] = await addComments(service, articleId, 2);
    const [reply = ''] = await addComments(service, articleId, 3, { parentId: first });
    await addComments(service, articleId, 1, { parentId: reply });
    const { commentCount, comments } = await readThread('id');
    expect(comments).toEqual({ totalCount: 2, nodes: [{ id: first }, { id: second }] });
    expect(commentCount).toBe(6);
  });

  it('leaves other articles’ comments out', async () => {
    const other = await writeArticle(service);
    await addComment(service, other.article.id);
    expect((await readThread('id')).comments.nodes).toEqual([]);
  });

  it.each(['PENDING', 'REJECTED', 'SPAM'])('leaves a comment out that is %s', async (status) => {
    const [hidden = '', seen] = await addComments(service, articleId, 2);
    await changeRow(service, hidden, `status = '${status}'`, [`comments:${articleId}`]);
    expect((await readThread('id')).comments.nodes).toEqual([{ id: seen }]);
  });

  it('takes its total from a counter, and counts no rows', async () => {
    await addComments(service, articleId, 2);
    const document = `query ($id: ID!) { node(id: $id) { ... on Article {
      commentCount comments(first: 0) { totalCount } } } }`;
    const labels = await recordStatements(service, (options) =>
      ask(service, document, { id: articleId }, options),
    );
    expect(labels).toEqual([
      'article.findByIds',
      'comment.listByArticleIds',
      'commentTally.findByArticleIds',
    ]);
  });
});

describe('Comment.replies', () => {
  it('holds the direct replies, each of which knows its parent and how deep it is', async () => {
    const parentId = await addComment(service, articleId);
    const [first = '', second] = await addComments(service, articleId, 2, { parentId });
    const [nested] = await addComments(service, articleId, 1, { parentId: first });
    const { comments } = await readThread(`
      depth replyCount replies(first: 5) { totalCount nodes {
        id depth replyCount parent { id } replies(first: 5) { totalCount nodes { id depth parent { id } } } } }`);
    expect(comments.nodes).toEqual([
      {
        depth: 0,
        replyCount: 2,
        replies: {
          totalCount: 2,
          nodes: [
            {
              ...{ id: first, depth: 1, replyCount: 1, parent: { id: parentId } },
              replies: { totalCount: 1, nodes: [{ id: nested, depth: 2, parent: { id: first } }] },
            },
            {
              ...{ id: second, depth: 1, replyCount: 0, parent: { id: parentId } },
              replies: { totalCount: 0, nodes: [] },
            },
          ],
        },
      },
    ]);
  });

  it('leaves a reply out that readers do not see, and keeps those beneath it by id', async () => {
    const parentId = await addComment(service, articleId);
    const hidden = await addComment(service, articleId, { parentId });
    const beneath = await addComment(service, articleId, { parentId: hidden });
    await changeRow(service, hidden, `status = 'SPAM'`, [`replies:${parentId}`]);
    const { comments } = await readThread('replies { nodes { id } }');
    expect(comments.nodes).toEqual([{ replies: { nodes: [] } }]);
    const { node } = await ask<{ node: Comment }>(
      service,
      'query ($id: ID!) { node(id: $id) { ... on Comment { id parent { id } } } }',
      { id: beneath },
    );
    expect(node).toEqual({ id: beneath, parent: null });
  });
});
