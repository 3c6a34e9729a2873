import { networkOf } from '../../lib/address';
import type { Clock } from '../../platform/clock';
import type { Transaction } from '../../platform/database';
import { includesRole, type RequestScope, Role } from '../../platform/request';
import type { Article } from '../article';
import { type CommenterPrivacy, hashReceipt } from '../commenter';
import { CommentStatus } from '../decision';
import {
  type CompiledRules,
  type Judgement,
  type ModerationCase,
  type ModerationFeature,
  toArticleFacts,
} from '../moderation';
import type { CommentAuthorRepository } from './comment-author.repository';
import type { CommentEdit, CommentSubmission } from './comment-submission';
import type { Comment } from './comment.entity';

type AuthorFacts = ModerationCase['author'];
type ModerationRules = CompiledRules['rules'];

/** What the judge needs. */
export interface CommentJudgeDependencies extends Pick<ModerationFeature, 'judge'> {
  readonly clock: Clock;
  readonly authors: CommentAuthorRepository;
  readonly privacy: CommenterPrivacy;
}

/** Who sends a comment, as far as is known. */
interface AuthorTrace {
  /** The comment that is judged: it is not compared with itself. */
  readonly commentId: string;
  readonly email: string | null;
  /** The author’s first comment, where a receipt led to it. */
  readonly authorKey: string | null;
}

/** Earlier comments that are read at most; `pace` allows fewer than half as many. */
const maxEarlier = 100;

/** Judges comments by what moderation asks of their authors, and reads nothing that no rule asks for. */
export class CommentJudge {
  constructor(private readonly dependencies: CommentJudgeDependencies) {}

  /** What moderation says of a new comment, and the first comment of its author's receipts. */
  async judgeNew(
    transaction: Transaction,
    { scope, rules, webhookAnswer, checked, past }: CommentSubmission,
    article: Article,
    { commentId, now }: { readonly commentId: string; readonly now: Date },
  ): Promise<{ readonly authorKey: string | null; readonly judgement: Judgement }> {
    const { submission, receipt } = checked;
    const email = submission.authorEmail === '' ? null : submission.authorEmail;
    const authorKey = await this.findAuthorKey(transaction, receipt);
    const status = past?.status ?? null;
    if (status !== null) return { authorKey, judgement: { status, findings: [] } };
    const trace = { commentId, email, authorKey };
    const author = await this.readAuthor(transaction, scope, trace, rules.rules);
    const facts = toArticleFacts(article);
    const judgement = this.dependencies.judge({
      submission,
      // A comment from the past was written while the article took comments.
      article: past === null ? facts : { ...facts, isOpen: true, publishedAt: null },
      author,
      rules,
      webhookAnswer,
      now,
    });
    return { authorKey, judgement };
  }

  /** What moderation says of a comment with a new text. */
  async judgeEdit(
    transaction: Transaction,
    { scope, rules, webhookAnswer, body }: CommentEdit,
    { id: commentId, authorEmail, authorName, authorKey }: Comment,
    article: Article,
  ): Promise<Judgement> {
    const { privacy, clock, judge } = this.dependencies;
    const email =
      authorEmail === null || rules.rules.repeats === null
        ? null
        : privacy.decryptEmail(authorEmail, commentId);
    const trace = { commentId, email, authorKey: authorKey ?? commentId };
    const author = await this.readAuthor(transaction, scope, trace, rules.rules);
    return judge({
      submission: { authorName, body },
      // An article that has closed since takes no new comments; this one is there.
      article: { ...toArticleFacts(article), isOpen: true, publishedAt: null },
      // `pace` counts new comments from an address, and this is none.
      author: {
        ...author,
        earlier: author.earlier.map((one) => ({ ...one, isFromSameAddress: false })),
        isAddressKnown: true,
      },
      rules,
      webhookAnswer,
      now: clock.now(),
    });
  }

  /** Cost: two statements at most; none where no rule asks. */
  private async readAuthor(
    transaction: Transaction,
    scope: RequestScope,
    trace: AuthorTrace,
    rules: ModerationRules,
  ): Promise<AuthorFacts> {
    const { authorKey } = trace;
    const isTrusted =
      rules.mode === 'FIRST_HELD' &&
      authorKey !== null &&
      mayBeTrusted(await this.dependencies.authors.listStatuses(transaction, authorKey));
    return {
      isStaff: includesRole(scope.viewer.role, Role.MODERATOR),
      isTrusted,
      earlier: await this.listEarlier(transaction, scope, trace, rules),
      isAddressKnown: networkOf(scope.clientAddress ?? '') !== null,
    };
  }

  private async findAuthorKey(
    transaction: Transaction,
    receipt: string | null,
  ): Promise<string | null> {
    if (receipt === null) return null;
    const comment = await this.dependencies.authors.findByReceipt(
      transaction,
      hashReceipt(receipt),
    );
    return comment === null ? null : (comment.authorKey ?? comment.id);
  }

  private async listEarlier(
    transaction: Transaction,
    { clientAddress, now }: RequestScope,
    { commentId, email, authorKey }: AuthorTrace,
    { repeats, pace }: ModerationRules,
  ): Promise<AuthorFacts['earlier']> {
    const windowMs = Math.max(
      (repeats?.windowHours ?? 0) * 3_600_000,
      (pace?.windowSeconds ?? 0) * 1_000,
    );
    if (windowMs === 0) return [];
    const { privacy, authors } = this.dependencies;
    const since = new Date(now.getTime() - windowMs);
    const addressHashes = privacy.listAddressHashes(clientAddress ?? null, since, now);
    const emailHashes = email === null ? [] : privacy.listEmailHashes(email);
    const rows = await authors.listEarlier(
      transaction,
      { emailHashes, addressHashes, authorKey, since },
      { exceptId: commentId, limit: maxEarlier },
    );
    return rows.map(({ body, createdAt, addressHash, isOfSameAuthor }) => ({
      body,
      createdAt,
      isOfSameAuthor,
      isFromSameAddress: addressHash !== null && addressHashes.includes(addressHash),
    }));
  }
}

/** One approved comment earns trust, and one that was spam loses it. */
function mayBeTrusted(statuses: readonly CommentStatus[]): boolean {
  return statuses.includes(CommentStatus.APPROVED) && !statuses.includes(CommentStatus.SPAM);
}
