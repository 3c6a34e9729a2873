import DataLoader from 'dataloader';
import type { Clock } from '../../platform/clock';
import type { Database, Transaction } from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import type { Article } from '../article';
import type { CommentPlaces } from './comment-place';
import { type KeptSubmissions, SubmissionRaced } from './comment-submission.service';
import type { CommentTally } from './comment-tally.entity';
import type { CommentTallyRepository } from './comment-tally.repository';
import type { CommentWriter, PlacedComment } from './comment-writer.service';
import type { Comment } from './comment.entity';
import type { CommentFault } from './comment.messages';
import type { CompiledRules } from './moderation/rules';
import type { SentComment } from './sent-comment';

/** What the adder needs. */
export interface CommentAdderParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly places: CommentPlaces;
  readonly submissions: KeptSubmissions;
  readonly writer: CommentWriter;
  readonly tallies: CommentTallyRepository;
}

/** An article as the transaction left it. */
export interface ArticleAfter {
  readonly article: Article;
  /** Null for an article that never had a public comment. */
  readonly tally: CommentTally | null;
}

/** The comment that stands, or what is wrong. */
export type Outcome =
  | {
      readonly comment: Comment;
      /** Null for one that was there already, as its article is. */
      readonly receipt: string | null;
      readonly after: ArticleAfter | null;
    }
  | { readonly faults: readonly CommentFault[] };

/** More would make the first of a group wait longer for its answer than the shared work saves. */
const maxGroupSize = 64;

/**
 * Adds comments, those that wait together by the same statements.
 *
 * While one group is written the next one gathers: the more there is to do, the less each costs.
 */
export class CommentAdder {
  private readonly gathering: DataLoader<SentComment, Outcome>;
  /** Resolves when nothing is being written. */
  private idle: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: CommentAdderParts) {
    this.gathering = new DataLoader(
      (group) => {
        const written = this.writeTogether(group);
        this.idle = written;
        return written;
      },
      {
        cache: false,
        maxBatchSize: maxGroupSize,
        // A turn of the event loop, so that mutations which arrived together are written together.
        batchScheduleFn: (dispatch) => void this.idle.then(() => setImmediate(dispatch)),
      },
    );
  }

  /**
   * Adds a comment in its turn; resolves once it is durable.
   * Errors: the scope's signal's reason, where nobody waits any more before the work began.
   */
  add(sent: SentComment): Promise<Outcome> {
    return this.gathering.load(sent);
  }

  /** Never fails: each comment's failure stands in its own place. */
  private async writeTogether(group: readonly SentComment[]): Promise<(Outcome | Error)[]> {
    const waited = group.filter(({ scope }) => !scope.signal.aborted);
    const together = waited.length > 1 ? await this.tryTogether(waited) : null;
    return Promise.all(
      group.map(async (sent) => {
        if (!waited.includes(sent)) return toError(sent.scope.signal.reason);
        return together?.get(sent) ?? (await this.writeAlone(sent).catch(toError));
      }),
    );
  }

  /**
   * All comments by one transaction; null where each has to be written by itself.
   *
   * The fault of one must not be another's, so where the work fails everything is undone and begun
   * anew. What fails after the work, at the commit, may have been written: nobody tries that again.
   */
  private async tryTogether(
    group: readonly SentComment[],
  ): Promise<ReadonlyMap<SentComment, Outcome | Error> | null> {
    if (group.some(({ rules }) => looksAtOthers(rules))) return null;
    const work = { isDone: false };
    try {
      return await this.parts.database.transaction(async (transaction) => {
        const outcomes = await this.writeAll(transaction, group);
        work.isDone = true;
        return outcomes;
      });
    } catch (error) {
      return work.isDone ? new Map(group.map((sent) => [sent, toError(error)])) : null;
    }
  }

  private async writeAlone(sent: SentComment): Promise<Outcome | Error> {
    try {
      const outcomes = await this.parts.database.transaction(
        (transaction) => this.writeAll(transaction, [sent]),
        { signal: sent.scope.signal },
      );
      return outcomes.get(sent) ?? new Error('A comment was neither written nor refused');
    } catch (error) {
      if (error instanceof SubmissionRaced) return this.writeAlone(sent);
      throw error;
    }
  }

  /** Writes what can be written, by statements that all comments share, and says what became of each. */
  private async writeAll(
    transaction: Transaction,
    group: readonly SentComment[],
  ): Promise<ReadonlyMap<SentComment, Outcome>> {
    const outcomes = await this.findKnown(transaction, group);
    const unknown = group.filter((sent) => !outcomes.has(sent));
    const placed = await this.place(transaction, unknown, outcomes);
    if (placed.length === 0) return outcomes;
    const { submissions, tallies, writer } = this.parts;
    const written = await writer.writeAll(transaction, placed);
    const articleIds = new Set(placed.map(({ article }) => article.id));
    const counted = await tallies.findByArticleIds(transaction, [...articleIds]);
    const tallyOf = new Map(counted.map((tally) => [tally.articleId, tally]));
    for (const {
      placed: { sent, article },
      comment,
      receipt,
    } of written) {
      if (isKeyed(sent)) await submissions.keep(transaction, sent.checked, comment);
      const after = { article, tally: tallyOf.get(article.id) ?? null };
      outcomes.set(sent, { comment, receipt, after });
    }
    return outcomes;
  }

  /** What idempotency keys stand for already. */
  private async findKnown(
    transaction: Transaction,
    group: readonly SentComment[],
  ): Promise<Map<SentComment, Outcome>> {
    const outcomes = new Map<SentComment, Outcome>();
    for (const sent of group.filter(isKeyed)) {
      const known = await this.parts.submissions.find(transaction, sent.checked);
      if (known === null) continue;
      outcomes.set(sent, 'faults' in known ? known : { ...known, receipt: null, after: null });
    }
    return outcomes;
  }

  /** The new comments that have a place; what is wrong with the others is noted. */
  private async place(
    transaction: Transaction,
    group: readonly SentComment[],
    outcomes: Map<SentComment, Outcome>,
  ): Promise<PlacedComment[]> {
    const { places, clock, ids } = this.parts;
    const found = await places.findAll(transaction, group);
    return group.flatMap((sent) => {
      const now = sent.past?.createdAt ?? clock.now();
      const { article = null, parent = null, faults = [] } = found.get(sent) ?? {};
      if (article !== null && faults.length === 0) {
        return { id: ids.make('comment', now), sent, article, parent, now };
      }
      outcomes.set(sent, { faults });
      return [];
    });
  }
}

/** Whether it carries an idempotency key. */
function isKeyed({ checked }: SentComment): boolean {
  return checked.idempotencyKey !== null;
}

/** Whether what was sent before decides about a comment: then it has to be written by then. */
function looksAtOthers({ rules }: CompiledRules): boolean {
  return rules.repeats !== null || rules.pace !== null || rules.mode === 'FIRST_HELD';
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
