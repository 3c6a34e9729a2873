/** One line of a table; null where the system does not tell. */
export interface Row {
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** What each round gave, for whoever doubts the median. */
  readonly rounds?: readonly unknown[];
}

/** Figures of one kind. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** A figure that has a target. */
export interface Verdict {
  readonly label: string;
  /** Null where it could not be measured, which is not met. */
  readonly value: number | null;
  /** What stands behind the figure: '×', 's', 'MB', or nothing. */
  readonly unit: string;
  readonly target: number;
  readonly bound: 'at least' | 'at most';
}

/** What a bench found. */
export interface BenchReport {
  readonly tables: readonly Table[];
  readonly verdicts: readonly Verdict[];
  /** What a reader has to know to read the figures. */
  readonly notes: readonly string[];
}

/** Whether the target is reached. */
export function isMet({ value, target, bound }: Verdict): boolean {
  if (value === null || Number.isNaN(value)) return false;
  return bound === 'at least' ? value >= target : value <= target;
}
