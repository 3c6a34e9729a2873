import { type Article, ArticleStatus, statusAt } from '../article';

/** Where an article stands: its status, the save that is shown, and what is planned. */
export type Standing = Pick<
  Article,
  | 'storedStatus'
  | 'publishedAt'
  | 'storedFirstPublishedAt'
  | 'version'
  | 'newestVersion'
  | 'scheduledVersion'
  | 'scheduledAt'
  | 'unpublishAt'
>;

/** Why an article cannot come to stand as wanted. */
export type StandingFault =
  | 'momentPassed'
  | 'nothingToPublish'
  | 'publishAfterUnpublish'
  | 'unpublishBeforePublish'
  | 'notPublic'
  | 'noDraft';

/** The changed standing, or why there is none. */
export type StandingChange = { readonly standing: Standing } | { readonly fault: StandingFault };

const nothingPlanned = { scheduledVersion: null, scheduledAt: null, unpublishAt: null };

/**
 * The standing once everything that was planned until an instant has happened.
 *
 * The clock's own changes are no edits: they leave `editingVersion` as it is, so that an editor who
 * read an article before its planned moment may still save after it.
 */
export function settle(standing: Standing, now: Date): Standing {
  const published = notePublication(standing, now);
  const replaced = isDue(published.scheduledAt, now)
    ? {
        ...published,
        version: published.scheduledVersion ?? published.version,
        scheduledVersion: null,
        scheduledAt: null,
      }
    : published;
  return isDue(replaced.unpublishAt, now) ? toDraft(replaced) : replaced;
}

/** Notes the first publication where the article has been public by an instant. */
export function notePublication(standing: Standing, now: Date): Standing {
  const { storedStatus, publishedAt, storedFirstPublishedAt } = standing;
  const wasPublished = storedStatus === 'PUBLISHED' && isDue(publishedAt, now);
  if (!wasPublished || storedFirstPublishedAt !== null) return standing;
  return { ...standing, storedFirstPublishedAt: publishedAt };
}

/** Whether the clock publishes the article later. */
export function isScheduled(standing: Standing, now: Date): boolean {
  return statusAt(standing, now) === ArticleStatus.SCHEDULED;
}

/** Whether readers see the article. */
export function isPublic(standing: Standing, now: Date): boolean {
  return statusAt(standing, now) === ArticleStatus.PUBLISHED;
}

/** The standing with a newer save: shown at once where no reader sees the article and none was approved. */
export function save(standing: Standing, version: number): Standing {
  const isApproved = standing.storedStatus === 'PUBLISHED';
  const shown = isApproved ? standing.version : version;
  return { ...standing, newestVersion: version, version: shown };
}

/** The newest save published now. One that was archived gets its own date back. */
export function publishNow(standing: Standing, now: Date): Standing {
  const { storedStatus, publishedAt, unpublishAt } = standing;
  const keepsDate = storedStatus !== 'DRAFT' && publishedAt !== null && publishedAt <= now;
  return notePublication(
    {
      ...standing,
      storedStatus: 'PUBLISHED',
      publishedAt: keepsDate ? publishedAt : now,
      version: standing.newestVersion,
      scheduledVersion: null,
      scheduledAt: null,
      unpublishAt: storedStatus === 'PUBLISHED' ? unpublishAt : null,
    },
    now,
  );
}

/** The newest save, and no later one, published at a future moment. */
export function publishLater(standing: Standing, now: Date, at: Date): StandingChange {
  const { newestVersion, version, unpublishAt } = standing;
  if (at <= now) return { fault: 'momentPassed' };
  if (standing.storedStatus === 'PUBLISHED' && unpublishAt !== null && at >= unpublishAt) {
    return { fault: 'publishAfterUnpublish' };
  }
  if (!isPublic(standing, now)) {
    return {
      standing: {
        ...standing,
        storedStatus: 'PUBLISHED',
        publishedAt: at,
        version: newestVersion,
        scheduledVersion: null,
        scheduledAt: null,
      },
    };
  }
  if (newestVersion === version) return { fault: 'nothingToPublish' };
  return { standing: { ...standing, scheduledVersion: newestVersion, scheduledAt: at } };
}

/** A draft again, as its newest save says; nothing is planned any more. */
export function toDraft(standing: Standing): Standing {
  return {
    ...standing,
    ...nothingPlanned,
    storedStatus: 'DRAFT',
    publishedAt: null,
    version: standing.newestVersion,
  };
}

/** Out of readers' sight at a future moment. */
export function unpublishLater(standing: Standing, now: Date, at: Date): StandingChange {
  const { publishedAt, scheduledAt } = standing;
  if (at <= now) return { fault: 'momentPassed' };
  if (standing.storedStatus !== 'PUBLISHED') return { fault: 'notPublic' };
  const isTooEarly = [publishedAt, scheduledAt].some(
    (planned) => planned !== null && at <= planned,
  );
  if (isTooEarly) return { fault: 'unpublishBeforePublish' };
  return { standing: { ...standing, unpublishAt: at } };
}

/** Nothing planned: what was to be published first becomes a draft. */
export function cancelPlans(standing: Standing, now: Date): Standing {
  return isScheduled(standing, now) ? toDraft(standing) : { ...standing, ...nothingPlanned };
}

/** Archived, as its newest save says; the date on which it was published stays. */
export function archive(standing: Standing, now: Date): Standing {
  const { publishedAt, newestVersion } = standing;
  return {
    ...standing,
    ...nothingPlanned,
    storedStatus: 'ARCHIVED',
    version: newestVersion,
    publishedAt: publishedAt !== null && publishedAt <= now ? publishedAt : null,
  };
}

/** Back to the save that readers see or are to see; a replacement that was planned goes with the draft. */
export function discardDraft(standing: Standing): StandingChange {
  const { storedStatus, version, newestVersion } = standing;
  if (storedStatus !== 'PUBLISHED' || version === newestVersion) return { fault: 'noDraft' };
  return {
    standing: {
      ...standing,
      newestVersion: version,
      scheduledVersion: null,
      scheduledAt: null,
    },
  };
}

function isDue(moment: Date | null, now: Date): boolean {
  return moment !== null && moment <= now;
}
