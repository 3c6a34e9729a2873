/**
 * Conditions on tags and their articles that depend on the clock. `now` is the placeholder of an
 * instant; an article is out of sight before its publication and from `unpublish_at` on.
 */

/** An article's entry under a tag, of an alias, that readers see at the instant. */
export function isEntrySeen(alias: string, now: string): string {
  return `${alias}.status = 'PUBLISHED' AND ${alias}.timeline_at <= ${now}
    AND (${alias}.unpublish_at IS NULL OR ${alias}.unpublish_at > ${now})`;
}

/** A tag, of an alias, that readers see at the instant: a published article has it. */
export function isTagSeen(alias: string, now: string): string {
  return `EXISTS (SELECT 1 FROM article_tag v WHERE v.tag_id = ${alias}.id AND ${isEntrySeen('v', now)})`;
}

/**
 * The articles of a tag at the instant, as an expression: those that were counted when they were
 * last written or settled, with what the clock has published or taken off since. The tag's id is the
 * expression `tagId`.
 *
 * The tag stands as an expression, so that what the clock has changed is read from the indexes of
 * that alone: it is a second's work, and a tag may have every article.
 */
export function countSeen(tagId: string, now: string): string {
  return `coalesce((SELECT c.article_count FROM tag c WHERE c.id = ${tagId}), 0)
    + (SELECT count(*) FROM article_tag n WHERE (n.tag_id || '') = ${tagId} AND NOT n.is_public
      AND ${isEntrySeen('n', now)})
    - (SELECT count(*) FROM article_tag o WHERE (o.tag_id || '') = ${tagId} AND o.is_public
      AND o.status = 'PUBLISHED' AND o.unpublish_at <= ${now})
    - (SELECT count(*) FROM article_tag l WHERE l.tag_id = ${tagId} AND l.is_public
      AND l.status = 'PUBLISHED' AND l.timeline_at > ${now}
      AND (l.unpublish_at IS NULL OR l.unpublish_at > ${now}))`;
}
