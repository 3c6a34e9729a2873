/** The time around an instant in which the clock publishes nothing. */
export interface QuietSpan {
  /** The last publication until the instant; null for none. */
  readonly since: Date | null;
  /** The first planned one after it; null for none. */
  readonly until: Date | null;
}
