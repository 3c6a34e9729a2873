import { readFile } from 'node:fs/promises';

/** Units: microseconds in a tick of /proc, which counts a hundred a second on every Linux. */
const microsPerTick = 10_000;
const bytesPerKibibyte = 1_024;

/**
 * CPU time of a process so far, all its threads and the kernel's work for it included.
 * Units: microseconds; null where the system has no /proc.
 */
export async function readCpuMicros(pid: number): Promise<number | null> {
  const stat = await readProc(pid, 'stat');
  if (stat === null) return null;
  // The command's name stands in brackets and may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * microsPerTick;
}

/** Resident memory of a process. Units: bytes; null where the system has no /proc. */
export async function readResidentBytes(pid: number): Promise<number | null> {
  const status = await readProc(pid, 'status');
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status ?? '')?.[1];
  return kibibytes === undefined ? null : Number(kibibytes) * bytesPerKibibyte;
}

async function readProc(pid: number, name: string): Promise<string | null> {
  try {
    return await readFile(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return null;
  }
}
