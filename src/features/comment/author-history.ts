import { networkOf } from '../../lib/address';
import type { Transaction } from '../../platform/database';
import { includesRole, type RequestScope, Role } from '../../platform/request';
import { type CommenterPrivacy, hashReceipt } from '../commenter';
import { CommentStatus } from '../decision';
import type { CompiledRules, ModerationCase } from '../moderation';
import type { CommentAuthorRepository } from './comment-author.repository';

type AuthorFacts = ModerationCase['author'];
type ModerationRules = CompiledRules['rules'];

/** Who sends a comment, as far as is known. */
export interface AuthorTrace {
  /** The comment that is judged: it is not compared with itself. */
  readonly commentId: string;
  readonly email: string | null;
  /** A receipt of an earlier comment. */
  readonly receipt: string | null;
  /** The author’s first comment, where it is known already. */
  readonly authorKey: string | null;
}

/** What is known of an author, and the first comment that a receipt led to. */
export interface KnownAuthor {
  readonly facts: AuthorFacts;
  readonly authorKey: string | null;
}

/** Earlier comments that are read at most; `pace` allows fewer than half as many. */
const maxEarlier = 100;

/** Finds out what moderation wants to know of an author, and nothing that no rule asks for. */
export class AuthorHistory {
  constructor(
    private readonly authors: CommentAuthorRepository,
    private readonly privacy: CommenterPrivacy,
  ) {}

  /** Cost: three statements at most; none where no receipt was sent and no rule asks. */
  async read(
    scope: RequestScope,
    transaction: Transaction,
    trace: AuthorTrace,
    rules: ModerationRules,
  ): Promise<KnownAuthor> {
    const authorKey = trace.authorKey ?? (await this.findAuthorKey(transaction, trace.receipt));
    const isTrusted =
      rules.mode === 'FIRST_HELD' &&
      authorKey !== null &&
      mayBeTrusted(await this.authors.listStatuses(transaction, authorKey));
    const earlier = await this.listEarlier(scope, transaction, { ...trace, authorKey }, rules);
    return {
      authorKey,
      facts: {
        isStaff: includesRole(scope.viewer.role, Role.MODERATOR),
        isTrusted,
        earlier,
        isAddressKnown: networkOf(scope.clientAddress ?? '') !== null,
      },
    };
  }

  private async findAuthorKey(
    transaction: Transaction,
    receipt: string | null,
  ): Promise<string | null> {
    if (receipt === null) return null;
    const comment = await this.authors.findByReceipt(transaction, hashReceipt(receipt));
    return comment === null ? null : (comment.authorKey ?? comment.id);
  }

  private async listEarlier(
    { clientAddress, now }: RequestScope,
    transaction: Transaction,
    { commentId, email, authorKey }: AuthorTrace,
    { repeats, pace }: ModerationRules,
  ): Promise<AuthorFacts['earlier']> {
    const windowMs = Math.max(
      (repeats?.windowHours ?? 0) * 3_600_000,
      (pace?.windowSeconds ?? 0) * 1_000,
    );
    if (windowMs === 0) return [];
    const since = new Date(now.getTime() - windowMs);
    const addressHashes = this.privacy.listAddressHashes(clientAddress ?? null, since, now);
    const emailHashes = email === null ? [] : this.privacy.listEmailHashes(email);
    const rows = await this.authors.listEarlier(
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
