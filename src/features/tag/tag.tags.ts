/** What an answer that shows tags, or the lack of one, is tagged with in caches. */
export const tagTags = {
  /** The name and slug of a tag. */
  tag: (id: string) => `tag:${id}`,
  /** The articles of a tag, how many there are, and so whether readers see the tag. */
  articles: (id: string) => `tag-articles:${id}`,
  /** Every list of tags, how long it is, and what stands behind a slug that no tag has. */
  lists: 'tags',
};
