import { isPostgres } from '../test-database';
import type { PlanFault } from './find-faults';

/** What a statement may do although it looks as if its cost grew, and why. */
export interface AcceptedFault {
  readonly label: string;
  readonly kind: PlanFault['kind'];
  readonly why: string;
  /** Whether it is always so, and not only where a planner weighs it so. */
  readonly isCertain: boolean;
}

type Reasons = readonly [kind: PlanFault['kind'], why: string, labels: string];

const onBoth: readonly Reasons[] = [
  [
    'sort',
    'a page, or one for each key, that an index has cut already',
    'article.listPage article.listByTagIds article.listByFileIds comment.listByArticleIds comment.listByParentIds',
  ],
  [
    'sort',
    'a page of each status, cut already; else the comments of one address',
    'moderationQueue.listPage',
  ],
  [
    'sort',
    'what is kept of each comment of a page',
    'commentReport.listByCommentIds moderationEvent.listByCommentIds',
  ],
  ['sort', 'the few tags whose slugs read alike', 'tag.findBySlug tag.findSeenBySlug'],
  ['sort', 'one person’s comments', 'commentAuthor.listByEmail commentAuthor.listEarlier'],
  ['sort', 'as many candidates as are ranked', 'search.listCandidates'],
  ['sort', 'the words that begin so', 'search.listCompletions'],
  ['sort', 'the words that share letters with one', 'search.listLookalikes'],
  ['scan', 'one row ends it', 'article.hasAny'],
  ['scan', 'what holds some words is counted, only where an editor asks for it', 'imageFile.count'],
  ['scan', 'the oldest of an outbox that is emptied', 'cdnPurge.listOldest'],
  [
    'scan',
    'the end of a rebuild, which goes through everything once',
    'search.count search.listOutdated search.removeUnusedTrigrams',
  ],
  ['scan', 'once at each start, which waits for it', 'search.listMiscounted'],
  ['scan', 'the first of what waits to be taken in', 'search.listBacklog'],
  ['range', 'what is counted: what is planned, or lies between two dates', 'article.count'],
  ['range', 'what is counted, only where a moderator asks for it', 'moderationQueue.count'],
  ['scan', 'what is counted, only where an editor asks for the total', 'tag.count'],
  ['range', 'what is counted, only where the total is asked for', 'tag.count'],
  ['range', 'what the clock has changed and no job has settled yet', 'tag.countArticles'],
  ['range', 'two days’ networks: older ones are forgotten', 'commentAuthor.forgetAddresses'],
  ['range', 'a day’s receipts: older ones are not given again', 'commentSubmission.expireSalts'],
];

const onSqlite: readonly Reasons[] = [
  ['range', 'the first entry on each side of an instant', 'article.findPublicationWindow'],
];

/** PostgreSQL’s planner may do so, by what it holds for likely. */
const onPostgres: readonly Reasons[] = [
  ['sort', 'the saves of one article: no two have a version in common', 'revision.listPage'],
  ['range', 'the words that begin so', 'search.listCompletions'],
  ['range', 'as many terms as are deleted at once', 'search.removeOutdatedTerms'],
  ['range', 'a byline’s articles, where it expects next to none', 'search.listCandidates'],
  [
    'sort',
    'the parts of each article of a page',
    'image.listByArticleIds section.listByArticleIds section.listWholeByArticleIds articleTag.listEntries articleTag.listTags',
  ],
  [
    'sort',
    'what is kept of each comment of a page',
    'commentFinding.listByCommentIds commentRevision.listByCommentIds',
  ],
  [
    'sort',
    'as many comments as are asked for by their ids, or by one receipt',
    'comment.lockByIds commentAuthor.lockByReceipt commentAuthor.listStatuses',
  ],
];

/** What is accepted on the suite's engine. */
export const acceptedFaults: readonly AcceptedFault[] = [
  ...list(onBoth, true),
  ...(isPostgres ? list(onPostgres, false) : list(onSqlite, true)),
];

function list(reasons: readonly Reasons[], isCertain: boolean): AcceptedFault[] {
  return reasons.flatMap(([kind, why, labels]) =>
    labels.split(' ').map((label) => ({ label, kind, why, isCertain })),
  );
}
