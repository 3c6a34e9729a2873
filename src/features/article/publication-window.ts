/**
 * The time between two planned moments, around an instant: in it every list stays the same. At such
 * a moment the clock publishes an article, replaces what readers see of it, or unpublishes it.
 */
export interface PublicationWindow {
  /** The last moment until the instant; null for none. */
  readonly since: Date | null;
  /** The first planned one after it; null for none. */
  readonly until: Date | null;
}
