import { type Parameter, unindexed } from '../../platform/database';
import {
  intersect,
  type OrderedList,
  placeholders,
  type Span,
  spanConditions,
  type SqlText,
} from '../../platform/database/paging';
import { ArticleStatus } from './article-enums';

/** Which articles are meant, with nothing left to be decided. */
export interface ArticleCriteria {
  readonly statuses: readonly ArticleStatus[];
  readonly now: Date;
  /**
   * What the clock has unpublished by this instant is not meant; default: `now`. Another than `now`
   * where a list is read on as it was: what went out of sight since is out of it at once.
   */
  readonly hiddenBy?: Date;
  readonly publishedAfter: Date | null;
  readonly publishedBefore: Date | null;
  readonly byline: string | null;
  readonly locale: string | null;
  /** The id of a tag that they have; undefined where it does not matter. */
  readonly tagId?: string | undefined;
}

type Place = (value: Parameter) => string;

/** The rows of `article a` that the criteria mean; placeholders from `$first`. */
export function toConditions(criteria: ArticleCriteria, first = 1): SqlText {
  return compose(criteria, first, (status, place) => [
    ...statusConditions(criteria, status),
    ...sightConditions(criteria, status, place),
  ]);
}

/**
 * The rows that the criteria would mean if the clock unpublished nothing: an index holds all that
 * this asks for. Placeholders from `$first`.
 */
export function toTimelineConditions(criteria: ArticleCriteria, first = 1): SqlText {
  return compose(criteria, first, (status) => statusConditions(criteria, status));
}

/**
 * Those of them that the clock has unpublished: few, since the job makes them drafts within a second.
 * Placeholders from `$first`.
 */
export function toHiddenConditions(criteria: ArticleCriteria, first = 1): SqlText {
  const { place, parameters } = placeholders(first);
  const { PUBLISHED } = ArticleStatus;
  const sql = [
    `a.unpublish_at <= ${place(hiddenByOf(criteria))}`,
    `${unindexed('a.status')} = 'PUBLISHED'`,
    // SQLite would take an index of these for the shorter one.
    ...spanConditions('(a.timeline_at + 0)', spanOf(criteria, PUBLISHED), place),
    ...kindConditions(criteria, place, unindexed),
  ];
  return { sql: sql.join(' AND '), parameters };
}

function compose(
  criteria: ArticleCriteria,
  first: number,
  conditionsOf: (status: ArticleStatus, place: Place) => string[],
): SqlText {
  const { place, parameters } = placeholders(first);
  const statuses = criteria.statuses.map((status) => {
    const own = conditionsOf(status, place);
    const span = spanConditions('a.timeline_at', spanOf(criteria, status), place);
    return [...own, ...span].join(' AND ');
  });
  const sql = [`(${statuses.join(' OR ') || '1 = 0'})`, ...kindConditions(criteria, place)];
  return { sql: sql.join(' AND '), parameters };
}

/** The lists that together hold what the criteria mean: an index has the articles of one status. */
export function toLists(criteria: ArticleCriteria): readonly OrderedList[] {
  if (criteria.statuses.length === 0) return [nothing];
  return criteria.statuses.map((status) => ({
    span: spanOf(criteria, status),
    compose: (first) => {
      const { place, parameters } = placeholders(first);
      const sql = [
        ...statusConditions(criteria, status),
        ...sightConditions(criteria, status, place),
        ...kindConditions(criteria, place),
      ];
      return { sql: sql.join(' AND '), parameters };
    },
  }));
}

const nothing: OrderedList = {
  span: { from: null, until: null },
  compose: () => ({ sql: '1 = 0', parameters: [] }),
};

/** Where in the timeline they lie: what was ever published stands there at its publication. */
export function spanOf(
  { now, publishedAfter, publishedBefore }: ArticleCriteria,
  status: ArticleStatus,
): Span {
  const next = now.getTime() + 1;
  return intersect(
    { from: publishedAfter?.getTime() ?? null, until: publishedBefore?.getTime() ?? null },
    {
      from: status === ArticleStatus.SCHEDULED ? next : null,
      until: status === ArticleStatus.PUBLISHED ? next : null,
    },
  );
}

function statusConditions(
  { publishedAfter, publishedBefore }: ArticleCriteria,
  status: ArticleStatus,
): string[] {
  if (status === ArticleStatus.PUBLISHED || status === ArticleStatus.SCHEDULED) {
    return [`a.status = 'PUBLISHED'`];
  }
  const isDated = publishedAfter !== null || publishedBefore !== null;
  return [`a.status = '${status}'`, ...(isDated ? ['a.published_at IS NOT NULL'] : [])];
}

/** The clock unpublishes what is published; all else it leaves to the job. */
function sightConditions(criteria: ArticleCriteria, status: ArticleStatus, place: Place): string[] {
  if (status !== ArticleStatus.PUBLISHED) return [];
  return [`(a.unpublish_at IS NULL OR a.unpublish_at > ${place(hiddenByOf(criteria))})`];
}

function hiddenByOf({ now, hiddenBy = now }: ArticleCriteria): number {
  return hiddenBy.getTime();
}

function kindConditions(
  { byline, locale, tagId }: ArticleCriteria,
  place: Place,
  write = (column: string) => column,
): string[] {
  return [
    ...(tagId === undefined ? [] : [hasTag(place(tagId))]),
    ...(byline === null ? [] : [`${write('a.byline')} = ${place(byline)}`]),
    ...(locale === null ? [] : [`${write('a.locale')} = ${place(locale)}`]),
  ];
}

function hasTag(tagId: string): string {
  return `EXISTS (SELECT 1 FROM article_tag h WHERE h.article_id = a.id AND h.tag_id = ${tagId})`;
}
