/** What an answer that searched is tagged with. */
export const searchTags = {
  /** The index: whatever is found, and how it is ranked, changes with any article's text. */
  index: 'search',
};
