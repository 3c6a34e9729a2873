import autocannon from 'autocannon';
import { type CpuTime, readCpuTime } from '../processes/usage';
import { Latencies } from './latencies';
import type { LoadJob, LoadResult } from './load-job';

/** What is sent, and what a good answer is. */
export interface Shots {
  readonly options: Partial<autocannon.Options>;
  readonly expectedStatus: number;
  /** Faults that were found by looking into answers of the expected status. */
  readonly listFaults: () => readonly string[];
}

/** How often autocannon looks whether the time is up. Units: milliseconds. */
const sampleMs = 100;
/** An answer that takes longer is a fault. Units: seconds. */
const timeoutSeconds = 30;

/** What one run of autocannon showed; rates and latencies are taken from each answer, unrounded. */
class Tally {
  readonly latencies = new Latencies();
  readonly failures: string[] = [];
  bytes = 0;
  startedAt = performance.now();
  lastAnswerAt = this.startedAt;

  constructor(private readonly expectedStatus: number) {}

  add(status: number, bytes: number, milliseconds: number): void {
    this.lastAnswerAt = performance.now();
    if (status !== this.expectedStatus) {
      this.failures.push(`an answer with status ${status}`);
      return;
    }
    this.latencies.add(milliseconds);
    this.bytes += bytes;
  }
}

/** Runs autocannon once, and reads the server's CPU time before and after. */
export async function fire(job: LoadJob, shots: Shots): Promise<LoadResult> {
  const tally = new Tally(shots.expectedStatus);
  const cpuBefore = await readCpuTime(job.serverPid);
  await run(job, shots.options, tally);
  const cpuAfter = await readCpuTime(job.serverPid);
  const faults = [...tally.failures, ...shots.listFaults()];
  return {
    answers: tally.latencies.count,
    faults: faults.length,
    firstFault: faults[0] ?? null,
    seconds: (tally.lastAnswerAt - tally.startedAt) / 1_000,
    serverCpu: subtract(cpuAfter, cpuBefore),
    bytes: tally.bytes,
    medianMs: tally.latencies.quantile(0.5),
    p99Ms: tally.latencies.quantile(0.99),
    mixed: null,
  };
}

function run(job: LoadJob, options: Shots['options'], tally: Tally): Promise<unknown> {
  const { origin: url, connections, seconds: duration } = job;
  return new Promise((resolve, reject) => {
    const instance = autocannon(
      { url, connections, duration, sampleInt: sampleMs, timeout: timeoutSeconds, ...options },
      (error: unknown, result) => {
        if (error instanceof Error) reject(error);
        else resolve(result);
      },
    );
    instance.on('start', () => {
      tally.startedAt = performance.now();
    });
    instance.on('response', (_client, status, bytes, milliseconds) => {
      tally.add(status, bytes, milliseconds);
    });
    instance.on('reqError', (error: unknown) => {
      tally.failures.push(String(error));
    });
  });
}

function subtract(after: CpuTime | null, before: CpuTime | null): CpuTime | null {
  if (after === null || before === null) return null;
  return { total: after.total - before.total, main: after.main - before.main };
}
