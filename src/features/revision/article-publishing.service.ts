import type { RequestScope } from '../../platform/request';
import type { ArticleEdits, Decision, Guard } from './article-edits';
import { refuse } from './article-edits';
import {
  archive,
  cancelPlans,
  discardDraft,
  publishLater,
  publishNow,
  type Standing,
  type StandingChange,
  toDraft,
  unpublishLater,
} from './article-standing';
import type { EditPayload } from './edit-payloads';

/** A change at a moment; at once where that is null. */
export interface TimedGuard extends Guard {
  readonly at?: Date | null;
}

/** Publishes articles, takes them out of sight and plans both, guarded by the version that was read. */
export class ArticlePublishingService {
  constructor(private readonly edits: ArticleEdits) {}

  publish(scope: RequestScope, { at = null, ...guard }: TimedGuard): Promise<EditPayload> {
    return this.move(scope, guard, (standing) => {
      if (at !== null) return publishLater(standing, scope.now, at);
      return { standing: publishNow(standing, scope.now) };
    });
  }

  unpublish(scope: RequestScope, { at = null, ...guard }: TimedGuard): Promise<EditPayload> {
    return this.move(scope, guard, (standing) => {
      if (at !== null) return unpublishLater(standing, scope.now, at);
      return { standing: toDraft(standing) };
    });
  }

  cancelSchedule(scope: RequestScope, guard: Guard): Promise<EditPayload> {
    return this.move(scope, guard, (standing) => ({
      standing: cancelPlans(standing, scope.now),
    }));
  }

  archive(scope: RequestScope, guard: Guard): Promise<EditPayload> {
    return this.move(scope, guard, (standing) => ({ standing: archive(standing, scope.now) }));
  }

  discardDraft(scope: RequestScope, guard: Guard): Promise<EditPayload> {
    return this.move(scope, guard, discardDraft);
  }

  private move(
    scope: RequestScope,
    guard: Guard,
    change: (standing: Standing) => StandingChange,
  ): Promise<EditPayload> {
    return this.edits.edit(scope, guard, ({ article }): Decision => {
      const changed = change(article);
      if ('fault' in changed) return refuse(scope, changed.fault);
      return isSameStanding(article, changed.standing) ? { unchanged: true } : changed;
    });
  }
}

/** Whether a change leaves an article where it stands. */
export function isSameStanding(one: Standing, other: Standing): boolean {
  return fingerprint(one) === fingerprint(other);
}

function fingerprint(standing: Standing): string {
  const { storedStatus, publishedAt, version, newestVersion } = standing;
  const { scheduledVersion, scheduledAt, unpublishAt } = standing;
  return JSON.stringify([
    ...[storedStatus, publishedAt, version, newestVersion],
    ...[scheduledVersion, scheduledAt, unpublishAt],
  ]);
}
