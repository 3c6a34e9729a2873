import { all, type SqliteHandle } from '../by-hand/sqlite';
import { ArabicText } from './arabic-text';
import { BulkTable } from './bulk-table';
import type { DataPlan } from './data-plan';
import { createIdMaker } from './make-id';
import { createRandom } from './random';

/** What the policy leaves of a held comment, by table. */
const tables = {
  comment: [
    ...['id', 'article_id', 'parent_id', 'depth', 'author_name', 'author_email'],
    ...['body', 'status', 'created_at', 'reply_count'],
    ...['is_withdrawn', 'revision', 'is_queued', 'open_report_count'],
  ],
  comment_finding: [
    ...['comment_id', 'revision', 'position', 'phase', 'verdict', 'reason', 'detail'],
    ...['field', 'range_start', 'range_end', 'rule_version'],
  ],
  moderation_event: ['id', 'comment_id', 'status', 'decided_by', 'decided_at'],
} as const;

const arrivalSpacingMs = 7_000;
/** As the service names a rules file without a `version`: the start of its hash. */
const ruleVersion = '3f6c0a9d1b52';
/** Every comment waits by the site's mode; of each so many, one holds a suspect word too. */
const commentsPerSuspect = 3;

/**
 * Adds the plan's held comments, the newest of all.
 *
 * The first hundred are the same whatever their number, so that the first page of a long queue
 * weighs as much as that of a short one.
 */
export async function fillQueue(db: SqliteHandle, plan: DataPlan): Promise<void> {
  const random = createRandom(plan.seed);
  const [makeId, text] = [createIdMaker(random), new ArabicText(random)];
  const comments = await BulkTable.open(db, 'comment', tables.comment);
  const findings = await BulkTable.open(db, 'comment_finding', tables.comment_finding);
  const events = await BulkTable.open(db, 'moderation_event', tables.moderation_event);
  const articleIds = (await all<{ id: string }>(db, 'SELECT id FROM article ORDER BY id')).map(
    ({ id }) => id,
  );
  let at = await readNewest(db);
  for (let place = 0; place < plan.pendingCommentCount; place += 1) {
    at += arrivalSpacingMs;
    const id = makeId('comment', at);
    const body = text.comment();
    const author = [text.readerName(), `held${place}@example.org`];
    const thread = [random.pick(articleIds), null, 0];
    await comments.add(id, ...thread, ...author, body, 'PENDING', at, 0, 0, 0, 1, 0);
    for (const [position, finding] of findingsIn(body, place).entries()) {
      await findings.add(id, 0, position, ...finding, ruleVersion);
    }
    await events.add(makeId('decision', at), id, 'PENDING', 'policy', at);
  }
  for (const table of [comments, findings, events]) await table.close();
}

/** Phase, verdict, reason, detail, and the place in the text. */
function findingsIn(body: string, place: number): (string | number | null)[][] {
  const [word = ''] = body.split(' ');
  const suspect = ['words', 'PENDING', 'suspectWord', word, 'BODY', 0, word.length];
  const held = ['mode', 'PENDING', 'allHeld', null, null, null, null];
  return place % commentsPerSuspect === 0 ? [suspect, held] : [held];
}

/** When the last article or comment came. Units: milliseconds since 1970. */
async function readNewest(db: SqliteHandle): Promise<number> {
  const rows = await all<{ at: number }>(
    db,
    'SELECT timeline_at AS at FROM article UNION ALL SELECT created_at FROM comment ORDER BY 1 DESC LIMIT 1',
  );
  return rows[0]?.at ?? 0;
}
