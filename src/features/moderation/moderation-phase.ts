import type { Finding } from '../decision';
import type { Submission } from '../submission';
import type { WebhookAnswer } from './moderation-webhook';
import type { CompiledRules } from './rules/compile-rules';

/** What moderation knows of the article. */
export interface ArticleFacts {
  readonly byline: string | null;
  /** Whether the newsroom lets readers comment on it. */
  readonly isOpen: boolean;
  readonly publishedAt: Date | null;
}

/** An earlier comment of the same author, or from the same address. */
export interface EarlierComment {
  readonly body: string;
  readonly createdAt: Date;
  /** Whether its e-mail address or a receipt is the same; else only the network is. */
  readonly isOfSameAuthor: boolean;
  readonly isFromSameAddress: boolean;
}

/** What moderation knows of the author. */
export interface AuthorFacts {
  /** Whether a moderator or above sends it, for itself or for readers: a script's pace is no spam. */
  readonly isStaff: boolean;
  /** Whether a receipt proves that an earlier comment of theirs was approved. */
  readonly isTrusted: boolean;
  /** The newest comments first. */
  readonly earlier: readonly EarlierComment[];
  /** Whether comments from the same address can be recognised. */
  readonly isAddressKnown: boolean;
}

/** The input of every phase. */
export interface ModerationCase {
  readonly submission: Pick<Submission, 'authorName' | 'body'>;
  readonly article: ArticleFacts;
  readonly author: AuthorFacts;
  readonly rules: CompiledRules;
  readonly now: Date;
  /** Null where no service is asked. */
  readonly webhookAnswer: WebhookAnswer | null;
}

/** What a phase holds against a comment. */
export type PhaseFinding = Omit<Finding, 'phase' | 'ruleVersion'>;

/** One moderation rule: depends on its input alone; returns an empty list if nothing is wrong. */
export interface ModerationPhase {
  readonly name: string;
  find(subject: ModerationCase): readonly PhaseFinding[];
}
