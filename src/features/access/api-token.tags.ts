/** What a commit says that touches a token, for whoever remembers it. */
export const apiTokenTags = {
  token: (id: string) => `token:${id}`,
  /** Whether a tag is about some token. */
  isAbout: (tag: string) => tag.startsWith('token:'),
};
