/** The cache tag of a token: a commit that changes the token invalidates it. */
export const apiTokenTags = {
  token: (id: string) => `token:${id}`,
  /** Whether a tag is about some token. */
  isAbout: (tag: string) => tag.startsWith('token:'),
};
