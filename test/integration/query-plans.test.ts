import { acceptedFaults } from '../support/plans/accepted-faults';
import { fillTables } from '../support/plans/fill-tables';
import { findFaults, type PlanFault } from '../support/plans/find-faults';
import { listLabels } from '../support/plans/list-labels';
import { openPlans } from '../support/plans/open-plans';
import type { Plan, PlanReader } from '../support/plans/plan';
import { recordEveryStatement, type SentStatement } from '../support/plans/record-statements';
import { createTestDatabase, isPostgres, type TestDatabase } from '../support/test-database';

/** A statement with what its database does for it. */
type PlannedStatement = SentStatement & { readonly plan: Plan };

let database: TestDatabase;
let plans: PlanReader;
let sent: readonly SentStatement[];
let unanalyzed: readonly PlannedStatement[];
let analyzed: readonly PlannedStatement[];

const planAll = async () => {
  const planned: PlannedStatement[] = [];
  for (const statement of sent) {
    planned.push({ ...statement, plan: await plans.explain(statement.sql) });
  }
  return planned;
};

const isAccepted = (label: string, { kind }: PlanFault) =>
  acceptedFaults.some((accepted) => accepted.label === label && accepted.kind === kind);

const listFaults = (planned: readonly PlannedStatement[]) =>
  planned.flatMap(({ label, sql, plan }) =>
    findFaults(plan).map((fault) => ({ label, fault, sql, plan: plan.text })),
  );

/** Those of a statement that is sent in many texts once. */
const listUnaccepted = (planned: readonly PlannedStatement[]) => {
  const unaccepted = listFaults(planned).filter(({ label, fault }) => !isAccepted(label, fault));
  return [...new Map(unaccepted.map((found) => [found.label, found])).values()];
};

beforeAll(async () => {
  database = await createTestDatabase();
  sent = await recordEveryStatement(database);
  await fillTables(database);
  plans = await openPlans(database);
  unanalyzed = await planAll();
  await plans.analyze();
  analyzed = await planAll();
}, 120_000);

afterAll(async () => {
  await plans.close();
  await database.drop();
});

describe('every statement', () => {
  it('is looked at: each label of the source, and no other', () => {
    const seen = new Set(sent.map(({ label }) => label));
    expect([...seen].sort()).toEqual(listLabels());
  });

  it('costs no more in a larger table, where the planner knows the tables', () => {
    expect(listUnaccepted(analyzed)).toEqual([]);
  });

  it('nor where it does not, as in every SQLite file', () => {
    // PostgreSQL looks at tables by itself.
    expect(isPostgres ? [] : listUnaccepted(unanalyzed)).toEqual([]);
  });

  it('is excused only where there is something to excuse', () => {
    const found = listFaults(isPostgres ? analyzed : [...unanalyzed, ...analyzed]);
    const needless = acceptedFaults.filter(
      ({ label, kind, isCertain }) =>
        isCertain && !found.some((one) => one.label === label && one.fault.kind === kind),
    );
    expect(needless).toEqual([]);
  });
});

describe('a statement whose cost grows', () => {
  it.each([
    ['scan', 'SELECT v.body FROM comment_revision v WHERE v.body = $1'],
    ['scan', 'UPDATE comment SET body = $1 WHERE author_name = $2'],
    ['range', 'SELECT count(*) FROM comment c WHERE c.status = $1'],
    ['range', 'DELETE FROM search_term WHERE generation = $1'],
    ['sort', 'SELECT c.id FROM comment c WHERE c.article_id = $1 ORDER BY c.body LIMIT 20'],
    ['sort', 'SELECT a.id FROM article a WHERE a.status = $1 ORDER BY a.title LIMIT 20'],
  ] as const)('is recognized by its %s: %s', async (kind, sql) => {
    const found = findFaults(await plans.explain(sql));
    expect(found.map((fault) => fault.kind)).toContain(kind);
  });
});

describe('a row that others refer to', () => {
  it('is deleted without looking for them in the whole of their tables', async () => {
    expect(await plans.listUnindexedReferences()).toEqual([]);
  });
});

describe('a list of comments', () => {
  it.each([
    ['comment.listByArticleIds', 'comment_thread'],
    ['comment.listByParentIds', 'comment_replies'],
  ])('is read from its own index, whatever the planner knows: %s', (wanted, index) => {
    const lists = [...unanalyzed, ...analyzed].filter(({ label }) => label === wanted);
    expect(lists.length).toBeGreaterThanOrEqual(4);
    for (const { plan } of lists) {
      const indexes = plan.reads.filter(({ keys }) => !keys.includes('id'));
      expect(indexes.map((read) => [read.index, read.isPage])).toEqual([[index, true]]);
      expect(plan.sorts).toHaveLength(1);
    }
  });
});

describe('a page', () => {
  /** Both bounds of the index's range are those of the page; nothing else is compared in their place. */
  const bounds = isPostgres
    ? /ROW\(\(?\w+\)?(?:::text)?, \(?\w*id\)?(?:::text)?\) > ROW.*ROW\(\(?\w+\)?(?:::text)?, \(?\w*id\)?(?:::text)?\) < ROW/
    : /\((\w+),(\w*id)\)>\(\?,\?\) AND \(\1,\2\)<\(\?,\?\)/;

  it.each([
    'article.listPage',
    'article.listByTagIds',
    'tag.listPage',
    'moderationQueue.listPage',
    'comment.listByArticleIds',
    'comment.listByParentIds',
  ])('begins at its cursor, whatever else is asked for: %s', (wanted) => {
    // One address may stand under several hashes, each of which gives its comments in order.
    const pages = [...unanalyzed, ...analyzed].filter(
      ({ label, sql }) => label === wanted && !sql.includes('email_hash'),
    );
    expect(pages.length).toBeGreaterThanOrEqual(4);
    for (const { sql, plan } of pages) {
      expect(sql).not.toMatch(/\b[acx]\.(?:timeline_at|created_at)(?: \+ 0)? [<>]/);
      expect(plan.text).toMatch(bounds);
    }
  });
});
