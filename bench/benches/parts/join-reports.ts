import type { BenchReport } from '../../report/bench-report';

/** One report of several. */
export function joinReports(reports: readonly BenchReport[]): BenchReport {
  return {
    tables: reports.flatMap(({ tables }) => tables),
    verdicts: reports.flatMap(({ verdicts }) => verdicts),
    notes: reports.flatMap(({ notes }) => notes),
  };
}
