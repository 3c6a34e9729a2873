/** The time between two planned publications, around an instant: in it every list stays the same. */
export interface PublicationWindow {
  /** The last publication until the instant; null for none. */
  readonly since: Date | null;
  /** The first planned one after it; null for none. */
  readonly until: Date | null;
}
