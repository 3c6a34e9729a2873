import { addComment, addComments, sendComment } from '../support/add-comments';
import { ask } from '../support/ask';
import { buildComment, writeArticle } from '../support/builders';
import { type ModeratedService, startModerated } from '../support/moderation';

interface Edge {
  readonly cursor: string;
  readonly node: { readonly id: string };
}

const openRules = { repeats: null, pace: null };

let desk: ModeratedService;
let articleId: string;

const addEdge = async (parentId: string | null = null, idempotencyKey: string | null = null) => {
  const input = buildComment(articleId, { parentId, idempotencyKey });
  const { addComment: added } = await ask<{ addComment: { commentEdge: Edge | null } }>(
    desk.service,
    `mutation ($input: AddCommentInput!) { addComment(input: $input) {
      commentEdge { cursor node { id } } userErrors { code } } }`,
    { input },
  );
  return added.commentEdge;
};

const readEdges = async (id: string, type: string, list: string, after: string | null = null) => {
  const { node } = await ask<{ node: { list: { edges: Edge[] } } }>(
    desk.service,
    `query ($id: ID!, $after: String) { node(id: $id) { ... on ${type} {
      list: ${list}(after: $after) { edges { cursor node { id } } } } } }`,
    { id, after },
  );
  return node.list.edges;
};

beforeAll(async () => {
  desk = await startModerated(openRules);
});

beforeEach(async () => {
  await desk.setRules(openRules);
  articleId = (await writeArticle(desk.service)).article.id;
});

afterAll(() => desk.stop());

describe('AddCommentPayload.commentEdge', () => {
  it('is the edge that Article.comments has of it, from which the list is read on', async () => {
    await addComments(desk.service, articleId, 2);
    const edge = await addEdge();
    expect((await readEdges(articleId, 'Article', 'comments')).at(-1)).toEqual(edge);
    const [later] = await addComments(desk.service, articleId, 1);
    const rest = await readEdges(articleId, 'Article', 'comments', edge?.cursor);
    expect(rest.map(({ node }) => node.id)).toEqual([later]);
  });

  it('is the edge that Comment.replies has of a reply', async () => {
    const parentId = await addComment(desk.service, articleId);
    const edge = await addEdge(parentId);
    expect(await readEdges(parentId, 'Comment', 'replies')).toEqual([edge]);
    expect(await readEdges(parentId, 'Comment', 'replies', edge?.cursor)).toEqual([]);
  });

  it('is the same to an identical retry', async () => {
    const edge = await addEdge(null, 'edge-1');
    expect(await addEdge(null, 'edge-1')).toEqual(edge);
    expect(edge).not.toBeNull();
  });

  it('is null where the comment is held or refused, and beside userErrors', async () => {
    await desk.setRules({ ...openRules, mode: 'ALL_HELD' });
    expect(await addEdge()).toBeNull();
    const { commentEdge, userErrors } = await sendComment(desk.service, articleId, { body: '' });
    expect([commentEdge, userErrors.length]).toEqual([null, 1]);
  });
});
