import type { Parameter } from '../../platform/database';
import {
  type OrderedList,
  placeholders,
  spanConditions,
  type SqlText,
} from '../../platform/database/paging';
import { countSeen } from '../tag';
import { type ArticleCriteria, spanOf } from './article-criteria';
import { ArticleStatus } from './article-enums';

/** Criteria that mean the articles of one tag. */
export type TaggedCriteria = ArticleCriteria & { readonly tagId: string };

type Place = (value: Parameter) => string;

/** Whether criteria mean the articles of one tag. */
export function isTagged(criteria: ArticleCriteria): criteria is TaggedCriteria {
  return criteria.tagId !== undefined;
}

/**
 * The lists of `article_tag x` that together hold what the criteria mean: an index has a tag's
 * articles of one status. What else is asked of them is looked up in their rows.
 */
export function toTagLists(criteria: TaggedCriteria): readonly OrderedList[] {
  const { statuses } = criteria;
  if (statuses.length === 0) return [nothing];
  return statuses.map((status) => ({
    span: spanOf(criteria, status),
    compose: (first) => {
      const { place, parameters } = placeholders(first);
      return { sql: toEntryConditions(criteria, status, place).join(' AND '), parameters };
    },
  }));
}

const nothing: OrderedList = {
  span: { from: null, until: null },
  compose: () => ({ sql: '1 = 0', parameters: [] }),
};

/**
 * The expression that counts the articles of one tag that the criteria mean; placeholders from $1.
 * What readers see of a tag has a counter; anything else is counted from the tag's index.
 */
export function toTagCount(criteria: TaggedCriteria): SqlText {
  const { statuses, tagId, now, byline, locale, publishedAfter, publishedBefore } = criteria;
  const [only, ...others] = statuses;
  const isPlain = [byline, locale, publishedAfter, publishedBefore].every((one) => one === null);
  if (isPlain && only === ArticleStatus.PUBLISHED && others.length === 0) {
    return { sql: countSeen('$1', '$2'), parameters: [tagId, now.getTime()] };
  }
  const { place, parameters } = placeholders(1);
  const counts = statuses.map((status) => {
    const span = spanConditions('x.timeline_at', spanOf(criteria, status), place);
    const sql = [...span, ...toEntryConditions(criteria, status, place)].join(' AND ');
    return `(SELECT count(*) FROM article_tag x WHERE ${sql})`;
  });
  return { sql: counts.join(' + ') || '0', parameters };
}

function toEntryConditions(
  { tagId, now, byline, locale, publishedAfter, publishedBefore }: TaggedCriteria,
  status: ArticleStatus,
  place: Place,
): string[] {
  const { PUBLISHED, SCHEDULED } = ArticleStatus;
  const isTimed = status === PUBLISHED || status === SCHEDULED;
  const isDated = publishedAfter !== null || publishedBefore !== null;
  const ofArticle = [
    ...(byline === null ? [] : [`b.byline = ${place(byline)}`]),
    ...(locale === null ? [] : [`b.locale = ${place(locale)}`]),
    ...(isDated && !isTimed ? ['b.published_at IS NOT NULL'] : []),
  ];
  return [
    ...(ofArticle.length === 0
      ? []
      : [
          `EXISTS (SELECT 1 FROM article b WHERE b.id = x.article_id AND ${ofArticle.join(' AND ')})`,
        ]),
    ...(status === PUBLISHED
      ? [`(x.unpublish_at IS NULL OR x.unpublish_at > ${place(now.getTime())})`]
      : []),
    `x.tag_id = ${place(tagId)}`,
    `x.status = '${isTimed ? PUBLISHED : status}'`,
  ];
}
