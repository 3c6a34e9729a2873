import { pageSize } from './compose-pages';
import { cursorOf, instant } from './derived-fields';
import { all, closeSqlite, openSqlite, type SqliteHandle } from './sqlite';

interface HeldRow {
  readonly id: string;
  readonly authorName: string;
  readonly authorEmail: string;
  readonly body: string;
  readonly status: string;
  readonly createdAtMs: number;
  readonly articleId: string;
  readonly title: string;
}

interface FindingRow {
  readonly commentId: string;
  readonly phase: string;
  readonly verdict: string;
  readonly reason: 'suspectWord' | 'allHeld';
  readonly detail: string | null;
  readonly field: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly ruleVersion: string;
}

interface EventRow {
  readonly commentId: string;
  readonly status: string;
  readonly by: string;
  readonly atMs: number;
}

/** The data of ModerationQueue. */
export interface QueueData {
  readonly moderationQueue: {
    readonly nodes: readonly unknown[];
    readonly pageInfo: unknown;
    readonly totalCount: number;
  };
}

/** By status, and not by the flag that the service looks at: the two have to agree. */
const held = `SELECT c.id, c.author_name AS authorName, c.author_email AS authorEmail, c.body,
    c.status, c.created_at AS createdAtMs, a.id AS articleId, a.title
  FROM comment c JOIN article a ON a.id = c.article_id
  WHERE c.status = 'PENDING' ORDER BY c.created_at, c.id LIMIT ${pageSize + 1}`;
const listed = '(SELECT value FROM json_each(?))';
const findingsOf = `SELECT comment_id AS commentId, phase, verdict, reason, detail, field,
    range_start AS start, range_end AS "end", rule_version AS ruleVersion
  FROM comment_finding WHERE comment_id IN ${listed} ORDER BY comment_id, position`;
const eventsOf = `SELECT comment_id AS commentId, status, decided_by AS "by", decided_at AS atMs
  FROM moderation_event WHERE comment_id IN ${listed} ORDER BY decided_at`;
const total = `SELECT count(*) AS total FROM comment WHERE status = 'PENDING'`;

/** The data of ModerationQueue's first page, put together without GraphQL; nothing was reported. */
export async function composeQueue(path: string): Promise<QueueData> {
  const db = await openSqlite(path, false);
  try {
    return await compose(db);
  } finally {
    await closeSqlite(db);
  }
}

async function compose(db: SqliteHandle): Promise<QueueData> {
  const rows = await all<HeldRow>(db, held);
  const page = rows.slice(0, pageSize);
  const ids = [JSON.stringify(page.map(({ id }) => id))];
  const findings = await all<FindingRow>(db, findingsOf, ids);
  const events = await all<EventRow>(db, eventsOf, ids);
  const [counted] = await all<{ total: number }>(db, total);
  const last = page.at(-1);
  return {
    moderationQueue: {
      nodes: page.map((row) => ({
        comment: commentOf(row),
        authorEmail: row.authorEmail,
        findings: findings.filter(({ commentId }) => commentId === row.id).map(findingOf),
        reports: [],
        history: events.filter(({ commentId }) => commentId === row.id).map(eventOf),
      })),
      pageInfo: {
        hasNextPage: rows.length > pageSize,
        endCursor: last === undefined ? null : cursorOf(last.createdAtMs, last.id),
      },
      totalCount: counted?.total ?? 0,
    },
  };
}

function commentOf({ id, authorName, body, status, createdAtMs, articleId, title }: HeldRow) {
  return {
    ...{ id, authorName, body, status },
    createdAt: instant(createdAtMs),
    article: { id: articleId, title },
  };
}

/** In English, as a caller reads it that names no language. */
function findingOf({ reason, detail, start, end, ...finding }: FindingRow) {
  const { phase, verdict, field, ruleVersion } = finding;
  return {
    ...{ phase, verdict, field, ruleVersion },
    reason:
      reason === 'allHeld' ? 'Every comment waits for a moderator.' : `A suspect word: ${detail}`,
    range: start === null || end === null ? null : { start, end },
  };
}

function eventOf({ status, by, atMs }: EventRow) {
  return { status, by, at: instant(atMs) };
}
