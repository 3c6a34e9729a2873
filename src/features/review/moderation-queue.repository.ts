import {
  type Dialect,
  EntityMapper,
  integer,
  type Queryable,
  Selections,
  type TypedSelection,
  typedSelection,
} from '../../platform/database';
import { composePage, type PageRequest, type SortDirection } from '../../platform/database/paging';
import { Comment } from '../comment';
import {
  isWholeQueue,
  type ModerationCriteria,
  toConditions,
  toLists,
} from './moderation-criteria';

const queueSize = typedSelection(
  'moderationQueue.countAll',
  { count: integer('coalesce(sum(t.queued_count), 0)') },
  (list) => `SELECT ${list} FROM comment_queue_tally t`,
);

/** Comments as moderators list them. */
export class ModerationQueueRepository {
  private readonly mapper = new EntityMapper(Comment);
  private readonly pages = new Selections<TypedSelection<Comment>>();
  private readonly counts = new Selections<TypedSelection<{ readonly count: number }>>();

  constructor(private readonly dialect: Dialect) {}

  /** A page's rows as the index is read, one more than the page. Cost: one statement. */
  listPage(
    reads: Queryable,
    criteria: ModerationCriteria,
    direction: SortDirection,
    request: PageRequest,
  ): Promise<Comment[]> {
    const lists = toLists(criteria, this.dialect);
    const source = { table: 'comment', alias: 'c', at: 'created_at', lists };
    const { sql, parameters } = composePage(source, direction, request);
    const page = this.pages.get(sql, () =>
      this.mapper.select('moderationQueue.listPage', 'c', (list) => `SELECT ${list} ${sql}`),
    );
    return page.list(reads, parameters);
  }

  /**
   * How many comments the criteria mean.
   * Cost: one statement; it grows with what is counted, except for all that waits, which is counted
   * as it comes and goes.
   */
  async count(reads: Queryable, criteria: ModerationCriteria): Promise<number> {
    if (isWholeQueue(criteria)) return (await queueSize.find(reads))?.count ?? 0;
    const { parts, parameters } = toConditions(criteria, this.dialect);
    const counts = parts.map((part) => `(SELECT count(*) FROM comment c WHERE ${part})`);
    const sum = counts.join(' + ');
    const total = this.counts.get(sum, () =>
      typedSelection('moderationQueue.count', { count: integer(sum) }, (list) => `SELECT ${list}`),
    );
    return (await total.find(reads, parameters))?.count ?? 0;
  }
}
