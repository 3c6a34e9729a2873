import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { ClientError, GraphQLClient, batchRequests, gql } from 'graphql-request';
import {
  AddCommentDocument,
  CommentEdgesDocument,
  ArticlePageDocument,
  ArticleEdgesDocument,
  SearchArticlesDocument,
} from '../../examples/generated/operations.ts';
import { addComments, type ClientService, commentInput, startClientService } from './service.ts';

let service: ClientService;

before(async () => {
  service = await startClientService();
});
after(() => service.stop());

for (const method of ['POST', 'GET'] as const) {
  describe(`graphql-request by ${method}`, () => {
    const client = () => new GraphQLClient(service.url, { method });

    it('reads the front page by edges, page after page', async () => {
      const slugs: string[] = [];
      let cursor: string | null | undefined;
      do {
        const { articles } = await client().request(ArticleEdgesDocument, {
          first: 5,
          after: cursor ?? '',
        });
        slugs.push(...articles.edges.map(({ node }) => node.slug));
        cursor = articles.pageInfo.hasNextPage ? articles.pageInfo.endCursor : null;
      } while (cursor !== null && cursor !== undefined);
      assert.equal(new Set(slugs).size, 12);
    });

    it('reads an article and searches', async () => {
      const { searchArticles } = await client().request(SearchArticlesDocument, {
        query: 'harbour',
        first: 3,
      });
      assert.equal(searchArticles.totalCount, 11);
      const slug = searchArticles.edges[0]?.node.slug ?? '';
      const { article } = await client().request(ArticlePageDocument, { slug });
      assert.match(article?.title ?? '', /^The harbour report number \d+$/);
    });

    it('says in the error what was wrong with the request', async () => {
      const refused = client().request(ArticleEdgesDocument, { first: 101 });
      await assert.rejects(refused, (error: ClientError) => {
        assert.equal(error.response.errors?.[0]?.extensions['code'], 'BAD_USER_INPUT');
        return true;
      });
    });
  });
}

describe('graphql-request', () => {
  it('adds a comment, and the same again adds nothing', async () => {
    const client = new GraphQLClient(service.url);
    const { articles } = await client.request(ArticleEdgesDocument, { first: 1 });
    const articleId = articles.edges[0]?.node.id ?? '';
    const input = commentInput(articleId, 'A good report.');
    const first = await client.request(AddCommentDocument, { input });
    const second = await client.request(AddCommentDocument, { input });
    assert.deepEqual(first.addComment.userErrors, []);
    assert.equal(second.addComment.comment?.id, first.addComment.comment?.id);
  });

  it('pages comments backwards to the first one', async () => {
    const client = new GraphQLClient(service.url);
    const { articles } = await client.request(ArticleEdgesDocument, { first: 2 });
    const articleId = articles.edges[1]?.node.id ?? '';
    const ids = await addComments(service, articleId, ['One', 'Two', 'Three', 'Four', 'Five']);
    const found: string[] = [];
    const read = (before: string) =>
      client.request(CommentEdgesDocument, { articleId, last: 2, before });
    let before: string | null = '';
    while (before !== null) {
      const { node }: Awaited<ReturnType<typeof read>> = await read(before);
      assert.ok(node && 'comments' in node);
      const { comments } = node;
      found.unshift(...comments.edges.map((edge) => edge.node.id));
      before = comments.pageInfo.hasPreviousPage ? (comments.pageInfo.startCursor ?? null) : null;
    }
    assert.deepEqual(found, ids);
  });

  it('is refused clearly when it sends a batch', async () => {
    const batch = batchRequests(service.url, [
      {
        document: gql`
          {
            viewer {
              role
            }
          }
        `,
      },
    ]);
    await assert.rejects(batch, (error: ClientError) => {
      assert.equal(error.response.status, 400);
      return true;
    });
  });

  it('introspects exactly the schema of schema/schema.graphql', async () => {
    const client = new GraphQLClient(service.url);
    const introspection = await client.request<IntrospectionQuery>(
      getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true }),
    );
    const file = await readFile(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');
    const print = (schema: ReturnType<typeof buildSchema>) =>
      printSchema(lexicographicSortSchema(schema));
    assert.equal(print(buildClientSchema(introspection)), print(buildSchema(file)));
  });
});
