import type { BenchKit } from '../bench';
import type { RunningServer } from '../processes/server-process';
import type { Row, Table } from '../report/bench-report';
import { median } from '../report/statistics';
import type { LoadJob, LoadRequest, LoadResult } from './load-job';

/** One server under one load, to be compared with others. */
export interface Contender {
  readonly label: string;
  job(seconds: number, seed: number): LoadJob;
}

/** What one round showed of a contender. */
export interface Measure {
  readonly requestsPerSecond: number;
  /** CPU time of the server for one answer. Units: microseconds. */
  readonly cpuMicros: number | null;
  /** Of it the thread that runs JavaScript. */
  readonly mainMicros: number | null;
  /** How much of one core the server took, 1 being all. */
  readonly busyShare: number | null;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly bytesPerAnswer: number;
}

/** All rounds of a contender. */
export interface Measured {
  readonly label: string;
  readonly rounds: readonly Measure[];
}

/** A figure of a measure. */
export type Figure = (measure: Measure) => number | null;

/** The columns of a table of loads. */
const columns: readonly (readonly [title: string, figure: Figure])[] = [
  ['CPU µs', ({ cpuMicros }) => cpuMicros],
  ['main thread', ({ mainMicros }) => mainMicros],
  ['answers/s', ({ requestsPerSecond }) => requestsPerSecond],
  ['core busy', ({ busyShare }) => busyShare],
  ['median ms', ({ medianMs }) => medianMs],
  ['p99 ms', ({ p99Ms }) => p99Ms],
  ['KB', ({ bytesPerAnswer }) => bytesPerAnswer / 1_000],
];

/** The same requests again and again to a server. */
export function repeat(
  label: string,
  server: RunningServer,
  requests: readonly LoadRequest[],
  { options }: BenchKit,
  expectedStatus = 200,
): Contender {
  return {
    label,
    job: (seconds, seed) => ({
      kind: 'repeat',
      ...{ origin: server.origin, serverPid: server.pid, connections: options.connections },
      ...{ requests, expectedStatus, seconds, seed },
    }),
  };
}

/**
 * Measures contenders in turn, round after round, so that the machine's moods meet all alike.
 * Errors: an Error where any answer is not as it should be.
 */
export async function compare(
  { driver, options }: BenchKit,
  contenders: readonly Contender[],
): Promise<Measured[]> {
  const { rounds, roundSeconds, warmUpSeconds } = options;
  for (const contender of contenders) {
    assertFaultless(contender.label, await driver.load(contender.job(warmUpSeconds, rounds + 1)));
  }
  const measures = new Map<Contender, Measure[]>(contenders.map((contender) => [contender, []]));
  for (let round = 0; round < rounds; round += 1) {
    // Each round begins with another contender, so that none always follows the same one.
    const start = round % contenders.length;
    for (const contender of [...contenders.slice(start), ...contenders.slice(0, start)]) {
      const result = await driver.load(contender.job(roundSeconds, round + 1));
      measures.get(contender)?.push(toMeasure(contender.label, result));
    }
  }
  return contenders.map((contender) => ({
    label: contender.label,
    rounds: measures.get(contender) ?? [],
  }));
}

/** The median over the rounds; null where it is not known. */
export function medianOf({ rounds }: Measured, figure: Figure): number | null {
  const values = rounds.map(figure).filter((value) => value !== null);
  return values.length === 0 ? null : median(values);
}

/**
 * How many times as many answers one core gives with `one` as with `other`: the median of the
 * rounds' ratios.
 *
 * By CPU time, since a cached answer is served faster than the driver can ask; by answers a second
 * where the system does not tell CPU time.
 */
export function speedRatio(one: Measured, other: Measured): number {
  const ratios = one.rounds.map((measure, round) => {
    const against = other.rounds[round];
    if (against === undefined) return Number.NaN;
    return measure.cpuMicros === null || against.cpuMicros === null
      ? measure.requestsPerSecond / against.requestsPerSecond
      : against.cpuMicros / measure.cpuMicros;
  });
  return median(ratios);
}

/** How many times as many answers a second `one` gave. */
export function rateRatio(one: Measured, other: Measured): number {
  return median(
    one.rounds.map(
      ({ requestsPerSecond }, round) =>
        requestsPerSecond / (other.rounds[round]?.requestsPerSecond ?? Number.NaN),
    ),
  );
}

/** What was measured under a label; null where nothing was. */
export function findMeasured(measured: readonly Measured[], label: string): Measured | null {
  return measured.find((one) => one.label === label) ?? null;
}

/** What was measured under a label. Errors: an Error where nothing was. */
export function getMeasured(measured: readonly Measured[], label: string): Measured {
  const found = findMeasured(measured, label);
  if (found === null) throw new Error(`${label} was not measured`);
  return found;
}

/** A table of medians. */
export function toTable(title: string, measured: readonly Measured[]): Table {
  return {
    title,
    columns: columns.map(([column]) => column),
    rows: measured.map((one): Row => ({
      label: one.label,
      values: columns.map(([, figure]) => medianOf(one, figure)),
      rounds: one.rounds,
    })),
  };
}

/** Errors: an Error that tells the first fault, where a load had any. */
export function assertFaultless(label: string, { faults, firstFault }: LoadResult): void {
  if (faults > 0) throw new Error(`${label}: ${faults} faults, the first: ${firstFault ?? ''}`);
}

function toMeasure(label: string, result: LoadResult): Measure {
  assertFaultless(label, result);
  const { answers, seconds, serverCpu, bytes } = result;
  if (answers === 0) throw new Error(`${label}: no answer`);
  return {
    requestsPerSecond: answers / seconds,
    cpuMicros: serverCpu === null ? null : serverCpu.total / answers,
    mainMicros: serverCpu === null ? null : serverCpu.main / answers,
    busyShare: serverCpu === null ? null : serverCpu.total / 1e6 / seconds,
    medianMs: result.medianMs,
    p99Ms: result.p99Ms,
    bytesPerAnswer: bytes / answers,
  };
}
