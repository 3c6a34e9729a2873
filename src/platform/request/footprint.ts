/**
 * What an answer is made of, noted while it is read: for whoever keeps the answer.
 *
 * A tag is a kind and an id (`article:article_01…`), or what was looked for: `slug:…`, `articles`,
 * `comments:article_01…`. It is noted also where nothing was found: absence is news when it ends.
 */
export class Footprint {
  readonly tags = new Set<string>();
  /** The next moment that changes the answer by itself. Units: ms since 1970; Infinity for none. */
  endsAtMs = Infinity;
  /** Whether the answer is for its caller alone. */
  isPrivate = false;

  touch(tag: string): void {
    this.tags.add(tag);
  }

  /** Notes that a secret of the caller's had a part in the answer: nobody else may have it. */
  keepPrivate(): void {
    this.isPrivate = true;
  }

  /** Notes that the answer is another one from this instant on. */
  endAt(instant: Date): void {
    this.endsAtMs = Math.min(this.endsAtMs, instant.getTime());
  }
}
