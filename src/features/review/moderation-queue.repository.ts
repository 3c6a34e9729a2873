import {
  type Dialect,
  EntityMapper,
  type Queryable,
  selection,
  Selections,
} from '../../platform/database';
import { composePage, type PageRequest, type SortDirection } from '../../platform/database/paging';
import { Comment } from '../comment';
import {
  isWholeQueue,
  type ModerationCriteria,
  toConditions,
  toLists,
} from './moderation-criteria';

const queueSize = selection(
  'moderationQueue.countAll',
  ['coalesce(sum(t.queued_count), 0)'],
  (list) => `SELECT ${list} FROM comment_queue_tally t`,
);

/** Comments as moderators list them. */
export class ModerationQueueRepository {
  private readonly mapper = new EntityMapper(Comment);
  private readonly selections = new Selections();

  constructor(private readonly dialect: Dialect) {}

  /** A page's rows as the index is read, one more than the page. Cost: one statement. */
  async listPage(
    reads: Queryable,
    criteria: ModerationCriteria,
    direction: SortDirection,
    request: PageRequest,
  ): Promise<Comment[]> {
    const lists = toLists(criteria, this.dialect);
    const source = { table: 'comment', alias: 'c', at: 'created_at', lists };
    const { sql, parameters } = composePage(source, direction, request);
    const page = this.selections.get(sql, () =>
      selection(
        'moderationQueue.listPage',
        this.mapper.columns('c'),
        (list) => `SELECT ${list} ${sql}`,
      ),
    );
    const rows = await reads.select(page, parameters);
    return rows.map((row) => this.mapper.fromRow(row));
  }

  /**
   * How many comments the criteria mean.
   * Cost: one statement; it grows with what is counted, except for all that waits, which is counted
   * as it comes and goes.
   */
  async count(reads: Queryable, criteria: ModerationCriteria): Promise<number> {
    if (isWholeQueue(criteria)) return this.countQueue(reads);
    const { parts, parameters } = toConditions(criteria, this.dialect);
    const counts = parts.map((part) => `(SELECT count(*) FROM comment c WHERE ${part})`);
    const sum = counts.join(' + ');
    const total = this.selections.get(sum, () =>
      selection('moderationQueue.count', [sum], (list) => `SELECT ${list}`),
    );
    const [row] = await reads.select(total, parameters);
    return Number(row?.[0] ?? 0);
  }

  private async countQueue(reads: Queryable): Promise<number> {
    const [row] = await reads.select(queueSize);
    return Number(row?.[0] ?? 0);
  }
}
