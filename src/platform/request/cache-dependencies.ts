/**
 * What an answer depends on, collected while it is read, so that caches know when to drop it.
 *
 * A tag is a kind and an id (`article:article_01…`), or what was looked for: `slug:…`, `articles`,
 * `comments:article_01…`. Record the tag even when nothing was found, so that a later insert
 * invalidates the cached absence.
 */
export class CacheDependencies {
  readonly tags = new Set<string>();
  /** Those that the caller may be told: a header names them for CDNs. */
  readonly shownTags = new Set<string>();
  /** When the answer expires by itself. Units: ms since 1970; Infinity for never. */
  expiresAtMs = Infinity;
  /** Whether the answer is for its caller alone. */
  isPrivate = false;
  /** Whether it shows what is not published: search engines are told to leave it out. */
  isPreview = false;

  /** Invalidates the answer with a tag. */
  dependOn(tag: string): void {
    this.tags.add(tag);
    this.shownTags.add(tag);
  }

  /** Invalidates the answer with a tag of something that the caller may not know of. */
  dependOnHidden(tag: string): void {
    this.tags.add(tag);
  }

  /** Keeps the answer out of shared caches, since a secret of the caller's had a part in it. */
  markPrivate(): void {
    this.isPrivate = true;
  }

  /** Keeps the answer out of shared caches and search engines, since it shows what is not published. */
  markPreview(): void {
    this.isPrivate = true;
    this.isPreview = true;
  }

  /** Lets the answer expire at an instant, or earlier where that was said before. */
  expireAt(instant: Date): void {
    this.expiresAtMs = Math.min(this.expiresAtMs, instant.getTime());
  }
}
