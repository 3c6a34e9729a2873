import type { Clock } from '../../platform/clock';
import type { Database, DialectName, Transaction } from '../../platform/database';
import type { IdMaker } from '../../platform/ids';
import type { Article } from '../article';
import type { CompiledRules } from '../moderation';
import type { CommentFault } from '../submission';
import type { CommentPlaces } from './comment-place';
import type { CommentSubmission } from './comment-submission';
import type { CommentTally } from './comment-tally.entity';
import type { CommentTallyRepository } from './comment-tally.repository';
import type { CommentWriter, ValidatedComment } from './comment-writer.service';
import type { Comment } from './comment.entity';
import type { IdempotencyService } from './idempotency.service';
import { WriteLanes } from './write-lanes';

/** What the adder needs. */
export interface CommentAdderDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: IdMaker;
  readonly places: CommentPlaces;
  readonly idempotency: IdempotencyService;
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
      /** Null where it was given before and is not given again. */
      readonly receipt: string | null;
      /** Null for a comment that was there already, by its idempotency key. */
      readonly after: ArticleAfter | null;
    }
  | { readonly faults: readonly CommentFault[] };

/** More would make the first of a group wait longer for its answer than the shared work saves. */
const maxGroupSize = 64;
/** A key that is taken in one round stands for a comment in the next, unless that was deleted. */
const maxRounds = 5;

type Settled = ReadonlyMap<CommentSubmission, Outcome | Error>;

/** Fewer than the connections of a default pool, so that readers find one. */
const maxParallelGroups = 6;

/** Adds comments, those that wait together by the same statements. */
export class CommentAdder {
  private readonly lanes: WriteLanes<CommentSubmission, Outcome>;

  constructor(private readonly dependencies: CommentAdderDependencies) {
    this.lanes = new WriteLanes({
      laneOf: laneByEngine[dependencies.database.dialect.name],
      write: (group) => this.writeTogether(group),
      maxGroupSize,
      maxParallelGroups,
    });
  }

  /**
   * Adds a comment in its turn; resolves once it is durable.
   * Errors: the scope's signal's reason, where nobody waits any more before the work began.
   */
  add(sent: CommentSubmission): Promise<Outcome> {
    return this.lanes.add(sent);
  }

  /** Never fails: each comment's failure stands in its own place. */
  private async writeTogether(group: readonly CommentSubmission[]): Promise<(Outcome | Error)[]> {
    const settled = new Map<CommentSubmission, Outcome | Error>();
    for (const sent of group) {
      if (sent.scope.signal.aborted) settled.set(sent, toError(sent.scope.signal.reason));
    }
    // A comment whose key another one took is left open: the next round finds what the key stands for.
    for (let round = 1; round <= maxRounds; round += 1) {
      const open = group.filter((sent) => !settled.has(sent));
      if (open.length === 0) break;
      for (const [sent, outcome] of await this.writeOpen(open)) settled.set(sent, outcome);
    }
    return group.map(
      (sent) => settled.get(sent) ?? new Error('An idempotency key was always taken'),
    );
  }

  private async writeOpen(open: readonly CommentSubmission[]): Promise<Settled> {
    const together = open.length > 1 ? await this.tryTogether(open) : null;
    if (together !== null) return together;
    const alone = await Promise.all(
      open.map(async (sent) => [sent, await this.writeAlone(sent).catch(toError)] as const),
    );
    return new Map(alone.flatMap(([sent, outcome]) => (outcome === null ? [] : [[sent, outcome]])));
  }

  /**
   * All comments by one transaction; null where each has to be written by itself.
   *
   * The fault of one must not be another's, so where the work fails everything is undone and begun
   * anew. What fails after the work, at the commit, may have been written: nobody tries that again.
   */
  private async tryTogether(group: readonly CommentSubmission[]): Promise<Settled | null> {
    if (group.some(({ rules }) => looksAtOthers(rules))) return null;
    const work = { isDone: false };
    try {
      return await this.dependencies.database.transaction(async (transaction) => {
        const outcomes = await this.writeAll(transaction, group);
        work.isDone = true;
        return outcomes;
      });
    } catch (error) {
      return work.isDone ? new Map(group.map((sent) => [sent, toError(error)])) : null;
    }
  }

  /** One comment by a transaction of its own; null where another one took its key meanwhile. */
  private async writeAlone(sent: CommentSubmission): Promise<Outcome | null> {
    const outcomes = await this.dependencies.database.transaction(
      (transaction) => this.writeAll(transaction, [sent]),
      { signal: sent.scope.signal },
    );
    return outcomes.get(sent) ?? null;
  }

  /**
   * Writes what can be written, by statements that all comments share, and says what became of each.
   * Shape: a comment is absent whose key another one took meanwhile.
   */
  private async writeAll(
    transaction: Transaction,
    group: readonly CommentSubmission[],
  ): Promise<ReadonlyMap<CommentSubmission, Outcome>> {
    const outcomes = await this.findKnown(transaction, group);
    const unknown = group.filter((sent) => !outcomes.has(sent));
    const validated = firstOfEachKey(await this.place(transaction, unknown, outcomes));
    if (validated.length === 0) return outcomes;
    const { tallies, writer } = this.dependencies;
    const written = await writer.writeAll(transaction, validated);
    const articleIds = new Set(written.map(({ validated: { article } }) => article.id));
    if (articleIds.size === 0) return outcomes;
    const counted = await tallies.findByArticleIds(transaction, [...articleIds]);
    const tallyOf = new Map(counted.map((tally) => [tally.articleId, tally]));
    for (const {
      validated: { sent, article },
      comment,
      receipt,
    } of written) {
      const after = { article, tally: tallyOf.get(article.id) ?? null };
      outcomes.set(sent, { comment, receipt, after });
    }
    return outcomes;
  }

  /** What idempotency keys stand for already. */
  private async findKnown(
    transaction: Transaction,
    group: readonly CommentSubmission[],
  ): Promise<Map<CommentSubmission, Outcome>> {
    const outcomes = new Map<CommentSubmission, Outcome>();
    const all = group.map(({ checked }) => checked);
    const found = await this.dependencies.idempotency.findAll(transaction, all);
    for (const sent of group) {
      const known = found.get(sent.checked);
      if (known === undefined) continue;
      outcomes.set(sent, 'faults' in known ? known : { ...known, after: null });
    }
    return outcomes;
  }

  /** The new comments that have a place; what is wrong with the others is noted. */
  private async place(
    transaction: Transaction,
    group: readonly CommentSubmission[],
    outcomes: Map<CommentSubmission, Outcome>,
  ): Promise<ValidatedComment[]> {
    const { places, clock, ids } = this.dependencies;
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

/**
 * PostgreSQL locks the rows of an article, so the comments of one article wait for a lock on it and
 * no others do. SQLite has one writer, and larger groups cost less there.
 */
const laneByEngine: Readonly<Record<DialectName, (sent: CommentSubmission) => string>> = {
  postgres: ({ checked }) => checked.submission.articleId,
  sqlite: () => '',
};

/** Of comments that share an idempotency key the first; all that have none. */
function firstOfEachKey(validated: readonly ValidatedComment[]): ValidatedComment[] {
  const seen = new Set<string>();
  return validated.filter(({ sent: { checked } }) => {
    if (checked.idempotencyKey === null) return true;
    if (seen.has(checked.idempotencyKey)) return false;
    seen.add(checked.idempotencyKey);
    return true;
  });
}

/** Whether what was sent before decides about a comment: then it has to be written by then. */
function looksAtOthers({ rules }: CompiledRules): boolean {
  return rules.repeats !== null || rules.pace !== null || rules.mode === 'FIRST_HELD';
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
