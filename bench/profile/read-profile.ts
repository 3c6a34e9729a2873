import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that `node --cpu-prof` wrote. Units: microseconds. */
export interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly startTime: number;
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** One place in the call tree. */
export interface ProfileNode {
  readonly id: number;
  readonly callFrame: {
    readonly functionName: string;
    readonly url: string;
    readonly lineNumber: number;
  };
  readonly children?: readonly number[];
}

/** A stretch of time on the machine's monotonic clock. Units: microseconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Now, on the clock that profiles use. */
export function monotonicMicros(): number {
  return Number(process.hrtime.bigint() / 1_000n);
}

/** The profile in a folder that holds just one. */
export async function readProfile(folder: string): Promise<CpuProfile> {
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile'));
  if (file === undefined) throw new Error(`There is no profile in ${folder}`);
  return JSON.parse(await readFile(join(folder, file), 'utf8')) as CpuProfile;
}

/** Samples of each node within a stretch of time. */
export function countSamples(
  { startTime, samples, timeDeltas }: CpuProfile,
  { from, to }: Stretch,
): Map<number, number> {
  const counts = new Map<number, number>();
  let at = startTime;
  samples.forEach((id, index) => {
    at += timeDeltas[index] ?? 0;
    if (at >= from && at <= to) counts.set(id, (counts.get(id) ?? 0) + 1);
  });
  return counts;
}
