import { setImmediate } from 'node:timers/promises';
import type { CancellationSignal } from '../../../platform/cancellation';
import type { Queryable } from '../../../platform/database';
import { lowestIdAt } from '../../../platform/ids';
import type { Language } from '../../../platform/request';
import { type Article, type ArticleFeature } from '../../article';
import type { Comment } from '../../comment';
import type { Finding } from '../../decision';
import {
  type CompiledRules,
  type Judgement,
  type ModerationFeature,
  toArticleFacts,
} from '../../moderation';
import type { ModerationFinding } from '../moderation-item.type';
import { toModerationFinding } from '../moderation.loaders';
import { AuthorMemory } from './author-memory';
import type { ReplayRepository } from './replay.repository';
import type { ModerationReplay, ReplayOutcome } from './replay.types';

/** What is to be tried. */
export interface ReplayRequest {
  readonly rules: CompiledRules;
  readonly since: Date;
  readonly maxComments: number;
  readonly language: Language;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: CancellationSignal;
}

/** Comments read at a time. */
const batchSize = 500;
/** Judged in one turn of the event loop, so that other requests go on. Units: UTF-16 code units. */
const maxLettersInTurn = 10_000;
const maxExamples = 10;
/** Units: milliseconds. */
const hourMs = 3_600_000;

/** Tries rules on past comments. */
export class ReplayService {
  constructor(
    private readonly repository: ReplayRepository,
    private readonly articles: ArticleFeature['articles'],
    private readonly judgeCase: ModerationFeature['judge'],
  ) {}

  /**
   * What rules would have done to the comments since an instant, changing nothing.
   *
   * Comments are judged as they stand now, in the order in which they came, each at its own
   * instant. The external service is not asked, and withdrawn comments are left out.
   * Cost: three statements for each 500 comments.
   * Errors: the signal's reason.
   */
  async replay(reads: Queryable, request: ReplayRequest): Promise<ModerationReplay> {
    const { rules, since, maxComments } = request;
    const memory = new AuthorMemory(windowOf(rules));
    const outcomes = new Map<string, ReplayOutcome>();
    // An id carries the instant of its making, so what is older need not be gone through.
    let lastId = lowestIdAt('comment', since);
    let commentCount = 0;
    for (;;) {
      const limit = Math.min(batchSize, maxComments - commentCount + 1);
      const comments = await this.repository.listAfter(reads, lastId, since, limit);
      const judged = comments.slice(0, maxComments - commentCount);
      await this.judgeAll(reads, judged, request, memory, outcomes);
      commentCount += judged.length;
      const isComplete = comments.length < limit;
      const last = comments.at(-1);
      if (isComplete || judged.length < comments.length || last === undefined) {
        return { ruleVersion: rules.version, commentCount, isComplete, outcomes: sort(outcomes) };
      }
      lastId = last.id;
    }
  }

  private async judgeAll(
    reads: Queryable,
    comments: readonly Comment[],
    { rules, since, language, signal }: ReplayRequest,
    memory: AuthorMemory,
    outcomes: Map<string, ReplayOutcome>,
  ): Promise<void> {
    const articleIds = [...new Set(comments.map(({ articleId }) => articleId))];
    const found = await this.articles.findByIds(reads, articleIds);
    const articles = new Map(found.map((article) => [article.id, article]));
    if (rules.rules.mode === 'FIRST_HELD') {
      const keys = [...new Set(comments.map(({ authorKey }) => authorKey))].filter(isPresent);
      const trusted = await this.repository.listApprovedAuthors(reads, since, keys);
      for (const key of trusted) memory.trust(key);
    }
    let letterCount = 0;
    for (const comment of comments) {
      letterCount += comment.body.length;
      if (letterCount > maxLettersInTurn) {
        letterCount = comment.body.length;
        await setImmediate();
        signal.throwIfAborted();
      }
      const article = articles.get(comment.articleId);
      if (article === undefined) continue;
      note(outcomes, comment, this.judge(comment, article, rules, memory), language);
      memory.remember(comment);
    }
  }

  private judge(
    comment: Comment,
    article: Article,
    rules: CompiledRules,
    memory: AuthorMemory,
  ): Judgement {
    const subject = {
      submission: comment,
      // Whether the newsroom has closed it since says nothing of that time.
      article: { ...toArticleFacts(article), isOpen: true },
      author: memory.recall(comment),
      rules,
      now: comment.createdAt,
      webhookAnswer: null,
    };
    return this.judgeCase(subject);
  }
}

function windowOf({ rules: { repeats, pace } }: CompiledRules): number {
  return Math.max((repeats?.windowHours ?? 0) * hourMs, (pace?.windowSeconds ?? 0) * 1_000);
}

function note(
  outcomes: Map<string, ReplayOutcome>,
  comment: Comment,
  { status: after, findings }: Judgement,
  language: Language,
): void {
  const { status: before } = comment;
  const key = `${before} ${after}`;
  const outcome = outcomes.get(key) ?? { before, after, count: 0, examples: [] };
  outcomes.set(key, outcome);
  outcome.count += 1;
  if (before === after || outcome.examples.length >= maxExamples) return;
  outcome.examples.push({
    comment,
    findings: findings.map((finding) => describe(finding, language)),
  });
}

function describe(finding: Finding, language: Language): ModerationFinding {
  const { phase, verdict, reason, detail, place, ruleVersion } = finding;
  const row = {
    phase,
    verdict,
    reason,
    ruleVersion,
    detail: detail ?? null,
    field: place?.field ?? null,
    rangeStart: place?.start ?? null,
    rangeEnd: place?.end ?? null,
  };
  return toModerationFinding(row, language);
}

function sort(outcomes: ReadonlyMap<string, ReplayOutcome>): ReplayOutcome[] {
  return [...outcomes.values()].sort((one, other) => other.count - one.count);
}

function isPresent(key: string | null): key is string {
  return key !== null;
}
