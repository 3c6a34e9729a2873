import { readdir, readFile } from 'node:fs/promises';

const bytesPerKibibyte = 1_024;

/** CPU time of a process, the kernel's work for it included. Units: microseconds. */
export interface CpuTime {
  readonly total: number;
  /** Of it the thread that runs JavaScript; the rest is the database's, the collector's, the compiler's. */
  readonly main: number;
}

/** CPU time of a process so far; null where the system has no /proc. */
export async function readCpuTime(pid: number): Promise<CpuTime | null> {
  const threads = await listThreads(pid);
  if (threads.length === 0) return null;
  const micros = await Promise.all(
    threads.map(async (thread) => readMicros(await readProc(`${pid}/task/${thread}/schedstat`))),
  );
  const main = micros[threads.indexOf(String(pid))] ?? 0;
  return { main, total: micros.reduce((sum, value) => sum + value, 0) };
}

/** Resident memory of a process. Units: bytes; null where the system has no /proc. */
export async function readResidentBytes(pid: number): Promise<number | null> {
  const status = await readProc(`${pid}/status`);
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status ?? '')?.[1];
  return kibibytes === undefined ? null : Number(kibibytes) * bytesPerKibibyte;
}

async function listThreads(pid: number): Promise<string[]> {
  try {
    return await readdir(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** Nanoseconds on a core come first; /proc's `stat` would round to ten milliseconds. */
function readMicros(schedstat: string | null): number {
  return Number(schedstat?.split(' ')[0] ?? 0) / 1_000;
}

async function readProc(path: string): Promise<string | null> {
  try {
    return await readFile(`/proc/${path}`, 'utf8');
  } catch {
    return null;
  }
}
