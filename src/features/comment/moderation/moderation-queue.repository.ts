import {
  type Dialect,
  EntityMapper,
  type Reads,
  selection,
  Selections,
} from '../../../platform/database';
import {
  keysetClause,
  keysetParameters,
  type PageRequest,
  scanDirection,
  type SortDirection,
} from '../../../platform/database/paging';
import { Comment } from '../comment.entity';
import { type ModerationCriteria, toModerationConditions } from './moderation-criteria';

/** Comments as moderators list them. */
export class ModerationQueueRepository {
  private readonly mapper = new EntityMapper(Comment);
  private readonly selections = new Selections();

  constructor(private readonly dialect: Dialect) {}

  /** A page's rows as the index is read, one more than the page. Cost: one statement. */
  async listPage(
    reads: Reads,
    criteria: ModerationCriteria,
    direction: SortDirection,
    request: PageRequest,
  ): Promise<Comment[]> {
    const { sql, parameters } = toModerationConditions(criteria, this.dialect);
    const scan = scanDirection(request, direction);
    const { condition, order, limit } = keysetClause(
      { at: 'c.created_at', id: 'c.id', scan, request },
      parameters.length + 1,
    );
    const rest = `FROM comment c WHERE ${sql} AND ${condition} ORDER BY ${order} LIMIT ${limit}`;
    const page = this.selections.get(rest, () =>
      selection(
        'moderationQueue.listPage',
        this.mapper.columns('c'),
        (list) => `SELECT ${list} ${rest}`,
      ),
    );
    const bounds = keysetParameters(request, direction);
    const rows = await reads.select(page, [...parameters, ...bounds]);
    return rows.map((row) => this.mapper.fromRow(row));
  }

  /** How many comments the criteria mean. Cost: one statement. */
  async count(reads: Reads, criteria: ModerationCriteria): Promise<number> {
    const { sql, parameters } = toModerationConditions(criteria, this.dialect);
    const rest = `FROM comment c WHERE ${sql}`;
    const total = this.selections.get(rest, () =>
      selection('moderationQueue.count', ['count(*)'], (list) => `SELECT ${list} ${rest}`),
    );
    const [row] = await reads.select(total, parameters);
    return Number(row?.[0] ?? 0);
  }
}
