import { readFile } from 'node:fs/promises';

/** Units: microseconds in a tick of /proc, which counts a hundred a second on every Linux. */
const microsPerTick = 10_000;
const bytesPerKibibyte = 1_024;

/** CPU time of a process, the kernel's work for it included. Units: microseconds. */
export interface CpuTime {
  readonly total: number;
  /** Of it the thread that runs JavaScript; the rest is the database's, the collector's, the compiler's. */
  readonly main: number;
}

/** CPU time of a process so far; null where the system has no /proc. */
export async function readCpuTime(pid: number): Promise<CpuTime | null> {
  const total = readMicros(await readProc(`${pid}/stat`));
  const main = readMicros(await readProc(`${pid}/task/${pid}/stat`));
  return total === null || main === null ? null : { total, main };
}

/** Resident memory of a process. Units: bytes; null where the system has no /proc. */
export async function readResidentBytes(pid: number): Promise<number | null> {
  const status = await readProc(`${pid}/status`);
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status ?? '')?.[1];
  return kibibytes === undefined ? null : Number(kibibytes) * bytesPerKibibyte;
}

function readMicros(stat: string | null): number | null {
  if (stat === null) return null;
  // The command's name stands in brackets and may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * microsPerTick;
}

async function readProc(path: string): Promise<string | null> {
  try {
    return await readFile(`/proc/${path}`, 'utf8');
  } catch {
    return null;
  }
}
