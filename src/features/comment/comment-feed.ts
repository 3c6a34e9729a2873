import { estimateBytes } from '../../platform/cache';
import type { Clock } from '../../platform/clock';
import type { Database } from '../../platform/database';
import { BoundedQueue, type Events, type QueueBounds } from '../../platform/events';
import type { Logger } from '../../platform/log';
import { anonymousReader } from '../../platform/request';
import { type ArticleFeature, canSeeArticle } from '../article';
import { CommentStatus } from '../decision';
import type { CommentChange } from './comment-change.type';
import type { Comment } from './comment.entity';
import {
  type ChangeFacts,
  CommentChangeKind,
  commentEvents,
  type CommentFacts,
} from './comment.events';
import type { CommentRepository } from './comment.repository';

/** What the feed needs. */
export interface CommentFeedDependencies {
  readonly database: Pick<Database, 'primary'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly events: Events;
  readonly articles: ArticleFeature['articles'];
  readonly comments: CommentRepository;
}

/** What can be listened to; with an article's id behind the first two. */
export const commentTopics = {
  added: 'commentAdded',
  changed: 'commentChanged',
  queued: 'commentQueued',
} as const;

type Listener = BoundedQueue<unknown>;
type FoundComments = ReadonlyMap<string, Comment>;

/** What the listeners of one key are given. */
interface Message {
  readonly key: string;
  readonly item: Comment | CommentChange | { readonly comment: Comment };
}

/** What may wait to be executed for the subscriptions to one topic that are alike. */
const waitingBounds: QueueBounds = { maxItems: 10_000, maxBytes: 64 * 1024 * 1024 };

/**
 * Comments as they become public, as public ones change, and as they come to wait for a decision.
 *
 * An event says which comment it is about; the comment itself is read after the commit, as everybody
 * would read it, and what nobody may see by then is passed over.
 * Cost: nothing while nobody listens; two statements for all that one commit carried.
 */
export class CommentFeed {
  private readonly listeners = new Map<string, Set<Listener>>();
  /** One reading after the other: so events keep their order. */
  private reading: Promise<void> = Promise.resolve();

  constructor(private readonly dependencies: CommentFeedDependencies) {
    const { events } = dependencies;
    events.subscribe(commentEvents.approved, (happened) => {
      this.emit(this.subscribedTo(commentTopics.added, happened), toAdded);
    });
    events.subscribe(commentEvents.changed, (happened) => {
      this.emit(this.subscribedTo(commentTopics.changed, happened), toChanged);
    });
    events.subscribe(commentEvents.queued, (happened) => {
      const awaited = this.listeners.has(commentTopics.queued) ? happened : [];
      this.emit(awaited, toQueued, { isForReaders: false });
    });
  }

  /** The events of a topic from now on, until the reader leaves. */
  readonly subscribe = (topic: string, id?: string): AsyncGenerator => {
    const key = id === undefined ? topic : writeKey(topic, id);
    const listener: Listener = new BoundedQueue(waitingBounds, () => {
      const others = this.listeners.get(key);
      others?.delete(listener);
      if (others?.size === 0) this.listeners.delete(key);
    });
    const all = this.listeners.get(key) ?? new Set();
    this.listeners.set(key, all.add(listener));
    return listener;
  };

  private subscribedTo<Facts extends CommentFacts>(
    topic: string,
    happened: readonly Facts[],
  ): Facts[] {
    return happened.filter(({ articleId }) => this.listeners.has(writeKey(topic, articleId)));
  }

  /** Shape: what happened on an article that readers do not see is not for readers. */
  private emit<Facts extends CommentFacts>(
    happened: readonly Facts[],
    toMessage: (facts: Facts, comment: Comment | undefined) => Message | null,
    { isForReaders = true } = {},
  ): void {
    if (happened.length === 0) return;
    this.reading = this.reading
      .then(async () => {
        const found = await this.read(happened);
        const visible = isForReaders ? await this.findVisible(happened) : null;
        for (const facts of happened) {
          if (visible?.has(facts.articleId) === false) continue;
          const message = toMessage(facts, found.get(facts.commentId));
          if (message !== null) this.push(message);
        }
      })
      .catch((error: unknown) => {
        this.dependencies.logger.error({ err: error }, 'Live comments could not be read');
      });
  }

  private push({ key, item }: Message): void {
    const bytes = estimateBytes(item);
    for (const listener of this.listeners.get(key) ?? []) listener.push(item, bytes);
  }

  private async read(happened: readonly CommentFacts[]): Promise<FoundComments> {
    const ids = [...new Set(happened.map(({ commentId }) => commentId))];
    const found = await this.dependencies.comments.findByIds(
      this.dependencies.database.primary,
      ids,
    );
    return new Map(found.map((comment) => [comment.id, comment]));
  }

  /** The ids of the articles that readers see. */
  private async findVisible(happened: readonly CommentFacts[]): Promise<ReadonlySet<string>> {
    const { articles, clock, database } = this.dependencies;
    const articleIds = [...new Set(happened.map(({ articleId }) => articleId))];
    const now = clock.now();
    const found = await articles.findByIds(database.primary, articleIds);
    const visible = found.filter((article) => canSeeArticle(anonymousReader, article, now));
    return new Set(visible.map(({ id }) => id));
  }
}

function toAdded({ articleId }: CommentFacts, comment: Comment | undefined): Message | null {
  if (comment === undefined || !isShown(comment) || comment.isWithdrawn) return null;
  return { key: writeKey(commentTopics.added, articleId), item: comment };
}

function toChanged(
  { articleId, commentId, kind }: ChangeFacts,
  comment: Comment | undefined,
): Message | null {
  const key = writeKey(commentTopics.changed, articleId);
  if (kind === CommentChangeKind.REMOVED) return { key, item: { kind, commentId, comment: null } };
  // A comment that has gone meanwhile has an event of its own.
  if (comment === undefined || !isShown(comment)) return null;
  return { key, item: { kind, commentId, comment } };
}

/** Moderators see every comment; one that its author took back waits for nothing. */
function toQueued(_: CommentFacts, comment: Comment | undefined): Message | null {
  if (comment === undefined || comment.isWithdrawn) return null;
  return { key: commentTopics.queued, item: { comment } };
}

function isShown({ status }: Comment): boolean {
  return status === CommentStatus.APPROVED;
}

function writeKey(topic: string, id: string): string {
  return `${topic} ${id}`;
}
