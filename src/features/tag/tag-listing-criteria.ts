import type { Parameter } from '../../platform/database';
import {
  type OrderedList,
  type PageSource,
  placeholders,
  type SortDirection,
  type Span,
  spanConditions,
  spanOfPrefix,
  type SqlText,
} from '../../platform/database/paging';
import { isTagSeen } from './tag-criteria';
import { TagOrder } from './tag-order';

/** Which tags are listed, and in which order. */
export interface TagListing {
  readonly order: TagOrder;
  /** Only those that readers see at this instant; all where it is null. */
  readonly seenAt: Date | null;
  /** How their folded names begin; '' for all. */
  readonly prefix: string;
}

type Place = (value: Parameter) => string;

/** What a page of tags is cut from. */
export function toTagSource(listing: TagListing): {
  readonly source: PageSource;
  readonly direction: SortDirection;
} {
  const isByName = listing.order === TagOrder.NAME_ASC;
  const list = isByName ? listByName(listing) : listByUse(listing);
  const at = isByName ? 'name_order' : 'article_count';
  return {
    source: { table: 'tag', alias: 't', at, lists: [list] },
    direction: isByName ? 'ASC' : 'DESC',
  };
}

/** The expression that counts the tags of a list; placeholders from $1. */
export function toTagConditions({ seenAt, prefix }: TagListing): SqlText {
  const { place, parameters } = placeholders(1);
  const begins = beginConditions('t.name_order', prefix, place);
  if (seenAt === null) {
    const sql = ['true', ...begins].join(' AND ');
    return { sql: `(SELECT count(*) FROM tag t WHERE ${sql})`, parameters };
  }
  const counted = ['t.article_count > 0', ...begins].join(' AND ');
  const now = place(seenAt.getTime());
  // What has lost its last article by the clock alone is counted still.
  const gone = `t.article_count > 0 AND t.id IN (SELECT x.tag_id FROM article_tag x
    WHERE x.is_public AND x.unpublish_at <= ${now}) AND NOT ${isTagSeen('t', now)}`;
  const goneBegins = beginConditions('t.name_order', prefix, place);
  return {
    sql: `(SELECT count(*) FROM tag t WHERE ${counted})
      - (SELECT count(*) FROM tag t WHERE ${[gone, ...goneBegins].join(' AND ')})`,
    parameters,
  };
}

function listByUse({ seenAt, prefix }: TagListing): OrderedList {
  return {
    span: { from: seenAt === null ? null : 1, until: null },
    compose: (first) => {
      const { place, parameters } = placeholders(first);
      // As an expression: the index of names has other tags first than the most used.
      const begins = beginConditions(`(t.name_order || '')`, prefix, place);
      const seen = seenAt === null ? [] : [isTagSeen('t', place(seenAt.getTime()))];
      return { sql: ['1 = 1', ...begins, ...seen].join(' AND '), parameters };
    },
  };
}

function listByName({ seenAt, prefix }: TagListing): OrderedList {
  return {
    span: spanOfPrefix(prefix),
    compose: (first) => {
      const { place, parameters } = placeholders(first);
      if (seenAt === null) return { sql: '1 = 1', parameters };
      const seen = isTagSeen('t', place(seenAt.getTime()));
      return { sql: `t.article_count > 0 AND ${seen}`, parameters };
    },
  };
}

function beginConditions(column: string, prefix: string, place: Place): string[] {
  const span: Span<string> = spanOfPrefix(prefix);
  return spanConditions(column, span, place);
}
