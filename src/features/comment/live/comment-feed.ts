import type { Clock } from '../../../platform/clock';
import type { Database } from '../../../platform/database';
import { BoundedQueue, type Events } from '../../../platform/events';
import type { Logger } from '../../../platform/log';
import { anonymousReader } from '../../access';
import { type ArticleRepository, canSeeArticle } from '../../article';
import { CommentStatus } from '../comment-enums';
import type { Comment } from '../comment.entity';
import { commentApproved, type CommentFacts, commentQueued } from '../comment.events';
import type { CommentRepository } from '../comment.repository';

/** What the feed needs. */
export interface CommentFeedParts {
  readonly database: Pick<Database, 'primary'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly events: Events;
  readonly articles: ArticleRepository;
  readonly comments: CommentRepository;
}

/** What can be listened to; with an article's id behind the first. */
export const commentTopics = { added: 'commentAdded', queued: 'commentQueued' } as const;

type Listener = BoundedQueue<Comment>;
type Choose = (comments: readonly Comment[]) => Promise<readonly Comment[]>;

/** Units: comments that may wait to be executed; executing them is the service's own work. */
const maxWaiting = 10_000;

/**
 * Comments as they become public, and as they come to wait for a decision.
 *
 * An event says which comment it is about; the comment itself is read after the commit, as everybody
 * would read it, and what nobody may see by then is passed over.
 * Cost: nothing while nobody listens; two statements for all that one commit carried.
 */
export class CommentFeed {
  private readonly listeners = new Map<string, Set<Listener>>();
  /** One reading after the other: so events keep their order. */
  private reading: Promise<void> = Promise.resolve();

  constructor(private readonly parts: CommentFeedParts) {
    parts.events.on(commentApproved, (happened) => {
      const heard = happened.filter(({ articleId }) => this.isHeard(toAdded(articleId)));
      this.tell(
        heard,
        (comments) => this.choosePublic(comments),
        (c) => toAdded(c.articleId),
      );
    });
    parts.events.on(commentQueued, (happened) => {
      const heard = this.isHeard(commentTopics.queued) ? happened : [];
      this.tell(heard, chooseWaiting, () => commentTopics.queued);
    });
  }

  /** The comments of a topic from now on, until whoever reads them goes. */
  readonly subscribe = (topic: string, id?: string): AsyncGenerator<Comment> => {
    const key = id === undefined ? topic : writeKey(topic, id);
    const listener: Listener = new BoundedQueue(maxWaiting, () => {
      const others = this.listeners.get(key);
      others?.delete(listener);
      if (others?.size === 0) this.listeners.delete(key);
    });
    const all = this.listeners.get(key) ?? new Set();
    this.listeners.set(key, all.add(listener));
    return listener;
  };

  private isHeard(key: string): boolean {
    return this.listeners.has(key);
  }

  private tell(
    happened: readonly CommentFacts[],
    choose: Choose,
    keyOf: (comment: Comment) => string,
  ): void {
    if (happened.length === 0) return;
    this.reading = this.reading
      .then(async () => {
        for (const comment of await choose(await this.read(happened))) {
          for (const listener of this.listeners.get(keyOf(comment)) ?? []) listener.push(comment);
        }
      })
      .catch((error: unknown) => {
        this.parts.logger.error({ err: error }, 'Live comments could not be read');
      });
  }

  /** In the order of the events, each once. */
  private async read(happened: readonly CommentFacts[]): Promise<Comment[]> {
    const ids = [...new Set(happened.map(({ commentId }) => commentId))];
    const found = await this.parts.comments.findByIds(this.parts.database.primary, ids);
    const byId = new Map(found.map((comment) => [comment.id, comment]));
    return ids.map((id) => byId.get(id)).filter((comment) => comment !== undefined);
  }

  private async choosePublic(comments: readonly Comment[]): Promise<readonly Comment[]> {
    const { articles, clock, database } = this.parts;
    const articleIds = [...new Set(comments.map(({ articleId }) => articleId))];
    const now = clock.now();
    const found = await articles.findByIds(database.primary, articleIds);
    const visible = new Set(
      found.filter((article) => canSeeArticle(anonymousReader, article, now)).map(({ id }) => id),
    );
    return comments.filter(
      ({ status, isWithdrawn, articleId }) =>
        status === CommentStatus.APPROVED && !isWithdrawn && visible.has(articleId),
    );
  }
}

/** Moderators see every comment; one that its author took back waits for nothing. */
const chooseWaiting: Choose = (comments) =>
  Promise.resolve(comments.filter(({ isWithdrawn }) => !isWithdrawn));

function toAdded(articleId: string): string {
  return writeKey(commentTopics.added, articleId);
}

function writeKey(topic: string, id: string): string {
  return `${topic} ${id}`;
}
