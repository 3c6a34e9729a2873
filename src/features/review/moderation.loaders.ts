import DataLoader from 'dataloader';
import { groupByKey } from '../../lib/batch';
import type { Language, RequestScope } from '../../platform/request';
import type { CommentFeature } from '../comment';
import type { CommenterFeature } from '../commenter';
import {
  type CommentFinding,
  describeReason,
  type DecisionFeature,
  type ModerationEventRow,
} from '../decision';
import type { CommentReportRow, ReportFeature } from '../report';
import type { ModerationFinding } from './moderation-item.type';

/** What moderators know of comments, batched within one request. */
export interface ModerationLoaders {
  /** Null once the comment was withdrawn or erased. Errors: PrivacyKeyMissing. */
  readonly emailByCommentId: DataLoader<string, string | null>;
  /** Of every state of the comment, the oldest first. */
  readonly findingsByCommentId: DataLoader<string, readonly CommentFinding[]>;
  readonly reportsByCommentId: DataLoader<string, readonly CommentReportRow[]>;
  readonly eventsByCommentId: DataLoader<string, readonly ModerationEventRow[]>;
}

/** Makes the loaders of one request. */
export type MakeModerationLoaders = (scope: RequestScope) => ModerationLoaders;

/** What the loaders read. */
export interface ModerationLoaderDependencies
  extends
    DecisionFeature,
    Pick<CommentFeature, 'authors'>,
    Pick<CommenterFeature, 'privacy'>,
    Pick<ReportFeature, 'reports'> {}

/** Loaders over the repositories. */
export function createModerationLoaders(
  dependencies: ModerationLoaderDependencies,
): MakeModerationLoaders {
  const { authors, privacy, findings, reports, events } = dependencies;
  return (scope) => ({
    emailByCommentId: new DataLoader(async (ids) => {
      const encrypted = await authors.listEmails(scope.reads, ids);
      return ids.map((id) => decryptOrFail(privacy, encrypted.get(id) ?? null, id));
    }),
    findingsByCommentId: new DataLoader(async (ids) =>
      groupByKey(ids, await findings.listByCommentIds(scope.reads, ids), commentIdOf),
    ),
    reportsByCommentId: new DataLoader(async (ids) =>
      groupByKey(ids, await reports.listByCommentIds(scope.reads, ids), commentIdOf),
    ),
    eventsByCommentId: new DataLoader(async (ids) =>
      groupByKey(ids, await events.listByCommentIds(scope.reads, ids), commentIdOf),
    ),
  });
}

/** One address that cannot be opened does not keep the others back. */
function decryptOrFail(
  privacy: CommenterFeature['privacy'],
  encrypted: string | null,
  commentId: string,
): string | null | Error {
  if (encrypted === null) return null;
  try {
    return privacy.decryptEmail(encrypted, commentId);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function commentIdOf({ commentId }: { readonly commentId: string }): string {
  return commentId;
}

/** A finding as a moderator reads it. */
export function toModerationFinding(
  finding: Omit<CommentFinding, 'commentId' | 'revision' | 'position'>,
  language: Language,
): ModerationFinding {
  const { phase, verdict, reason, detail, field, rangeStart, rangeEnd, ruleVersion } = finding;
  return {
    phase,
    verdict,
    field,
    ruleVersion,
    reason: describeReason(reason, detail, language),
    range: rangeStart === null || rangeEnd === null ? null : { start: rangeStart, end: rangeEnd },
  };
}
