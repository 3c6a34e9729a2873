import { Client } from 'pg';
import sqlite3 from 'sqlite3';
import { addComments } from '../support/add-comments';
import { ask } from '../support/ask';
import { writeArticle } from '../support/builders';
import { startApp, type TestApp } from '../support/start-app';
import { isPostgres } from '../support/test-database';

/** Each flag asks for a list of another size or order, and so for a statement of its own. */
const flagCount = 28;
const requestCount = 200;
const flags = Array.from({ length: flagCount }, (_, index) => index);
const orders = ['OLDEST', 'NEWEST'] as const;
const document = `query ($id: ID!, ${flags.map((flag) => `$v${flag}: Boolean!`).join(', ')}) {
  node(id: $id) { ... on Article {
    ${flags
      .map(
        (flag) =>
          `c${flag}: comments(first: ${flag * 3}, orderBy: ${orders[flag % 2] ?? ''}) @include(if: $v${flag}) { nodes { id } }`,
      )
      .join('\n')}
  } } }`;

/** What the process prepared, and of that what it still holds. */
interface PreparedCounts {
  readonly prepared: number;
  readonly kept: number;
}

let service: TestApp;
let articleId: string;

/** A sequence of flags that is the same in every run. */
const createFlags = () => {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state % 2 === 0;
  };
};

const countOnSqlite = async (work: () => Promise<void>): Promise<PreparedCounts> => {
  const prepare = jest.spyOn(sqlite3.Database.prototype, 'prepare');
  const finalize = jest.spyOn(sqlite3.Statement.prototype, 'finalize');
  try {
    await work();
    const prepared = prepare.mock.calls.length;
    return { prepared, kept: prepared - finalize.mock.calls.length };
  } finally {
    prepare.mockRestore();
    finalize.mockRestore();
  }
};

/** A named statement is kept by each connection that it was sent on. */
const countOnPostgres = async (work: () => Promise<void>): Promise<PreparedCounts> => {
  const query = jest.spyOn(Client.prototype, 'query');
  try {
    await work();
    const sent: readonly unknown[] = query.mock.calls.map(([first]: readonly unknown[]) => first);
    const names = new Set(sent.map((one) => (one as { name?: string } | null)?.name));
    names.delete(undefined);
    return { prepared: names.size, kept: names.size };
  } finally {
    query.mockRestore();
  }
};

const countStatements = isPostgres ? countOnPostgres : countOnSqlite;

beforeAll(async () => {
  service = await startApp({ environment: { RESPONSE_CACHE: 'off', ROW_CACHE: 'off' } });
  ({
    article: { id: articleId },
  } = await writeArticle(service));
  await addComments(service, articleId, 5);
});

afterAll(() => service.stop());

describe('prepared statements', () => {
  it('stay few under ever new combinations of lists', async () => {
    const next = createFlags();
    const { prepared, kept } = await countStatements(async () => {
      for (let request = 0; request < requestCount; request += 1) {
        const chosen = Object.fromEntries(flags.map((flag) => [`v${flag}`, next()]));
        await ask(service, document, { id: articleId, ...chosen });
      }
    });
    expect(kept).toBeLessThan(150);
    expect(prepared).toBeLessThan(150);
  });

  it('stay few under all page sizes', async () => {
    const { prepared } = await countStatements(async () => {
      for (let first = 0; first <= 100; first += 1) {
        const { articles } = await ask<{
          articles: { nodes: { comments: { nodes: unknown[] } }[] };
        }>(
          service,
          'query ($first: Int) { articles(first: 1) { nodes { comments(first: $first) { nodes { id } pageInfo { hasNextPage } } } } }',
          { first },
        );
        expect(articles.nodes[0]?.comments.nodes).toHaveLength(Math.min(first, 5));
      }
    });
    expect(prepared).toBeLessThan(60);
  });

  it('still serve a combination that is usual by one statement', async () => {
    const usual = Object.fromEntries(flags.map((flag) => [`v${flag}`, flag % 7 === 0]));
    await ask(service, document, { id: articleId, ...usual });
    await ask(service, document, { id: articleId, ...usual });
    const { prepared } = await countStatements(async () => {
      for (let round = 0; round < 5; round += 1) {
        await ask(service, document, { id: articleId, ...usual });
      }
    });
    expect(prepared).toBeLessThan(isPostgres ? 10 : 5);
  });
});
