import type { Driver } from './load/driver';
import type { Operations } from './load/operations';
import type { BenchReport } from './report/bench-report';

/** How long everything is measured. */
export interface BenchOptions {
  readonly isQuick: boolean;
  /** Times that every contender is measured, in turn with the others. */
  readonly rounds: number;
  readonly roundSeconds: number;
  /** Each contender's load before anything is counted: a larger program takes longer to be compiled. */
  readonly warmUpSeconds: number;
  /** Connections that each ask, wait for the answer, and ask again. */
  readonly connections: number;
}

/** What a bench works with. */
export interface BenchKit {
  readonly options: BenchOptions;
  readonly driver: Driver;
  readonly operations: Operations;
  /** Where a bench's own files are; null where none was stated. */
  readonly folder: string | null;
}

/** One bench: a file in benches/ and a line in its list. */
export interface Bench {
  /** For the command line and the result's file. */
  readonly name: string;
  /** What it shows, in one line. */
  readonly title: string;
  /** Whether it measures files that somebody has to fetch: it then runs only where it is named. */
  readonly needsFolder?: true;
  run(kit: BenchKit): Promise<BenchReport>;
}

/** Long enough for medians that can be quoted. */
export const fullOptions: BenchOptions = {
  isQuick: false,
  rounds: 7,
  roundSeconds: 4,
  warmUpSeconds: 8,
  connections: 32,
};

/** Long enough to see that everything runs. */
export const quickOptions: BenchOptions = {
  isQuick: true,
  rounds: 3,
  roundSeconds: 1,
  warmUpSeconds: 3,
  connections: 32,
};
