/** What an answer that holds an article, or the lack of one, is tagged with. */
export const articleTags = {
  /** The article of an id, with its sections and images: they are written together. */
  article: (id: string) => `article:${id}`,
  /** Whatever stands behind a slug. */
  slug: (slug: string) => `slug:${slug}`,
  /** Every list of articles, and how long it is. */
  lists: 'articles',
};
