import {
  Page,
  type PageArguments,
  type PagedList,
  readPageRequest,
} from '../../platform/database/paging';
import type { RequestScope } from '../../platform/request';
import { CommentOrder } from '../comment';
import type { CommenterPrivacy } from '../commenter';
import type { ModerationCriteria } from './moderation-criteria';
import type { ModerationItem } from './moderation-item.type';
import type { ModerationQueueRepository } from './moderation-queue.repository';
import type { ModerationFilter } from './moderation.input';

/** What moderators may ask of comments. */
export class ModerationQueueService {
  constructor(
    private readonly repository: ModerationQueueRepository,
    private readonly privacy: CommenterPrivacy,
  ) {}

  /**
   * A page of comments with what moderators know of them.
   * Errors: BadUserInput for page arguments.
   * Cost: one statement, and one more where the total is asked for.
   */
  async list(
    scope: RequestScope,
    page: PageArguments,
    filter: ModerationFilter | null,
    orderBy: CommentOrder,
  ): Promise<Page<ModerationItem>> {
    const queue = queueIn(orderBy);
    const request = readPageRequest(page, queue.name);
    const criteria = this.readCriteria(filter ?? {});
    const direction = orderBy === CommentOrder.NEWEST ? 'DESC' : 'ASC';
    const rows = await this.repository.listPage(scope.reads, criteria, direction, request);
    return Page.of(
      rows.map((comment) => ({ comment })),
      queue,
      request,
      () => this.repository.count(scope.reads, criteria),
    );
  }

  private readCriteria(filter: ModerationFilter): ModerationCriteria {
    const { status, reported, articleId, authorEmail, createdAfter, createdBefore } = filter;
    return {
      statuses: status === null || status === undefined ? null : [...new Set(status)],
      isReported: reported ?? null,
      articleId: articleId ?? null,
      emailHashes:
        authorEmail === null || authorEmail === undefined
          ? null
          : this.privacy.listEmailHashes(authorEmail),
      createdAfter: createdAfter ?? null,
      createdBefore: createdBefore ?? null,
    };
  }
}

/** A filter leaves a cursor's place as it is, so a cursor goes with the order alone. */
function queueIn(orderBy: CommentOrder): PagedList<ModerationItem> {
  return {
    name: `moderationQueue, ${orderBy}`,
    positionOf: ({ comment: { createdAt, id } }) => ({ at: createdAt.getTime(), id }),
  };
}
