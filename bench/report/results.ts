import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, release, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Bench, BenchOptions } from '../bench';
import { seating } from '../processes/cores';
import { packagePath } from '../processes/package-path';
import { type BenchReport, isMet } from './bench-report';

/** A result as its file keeps it. */
export interface StoredResult extends BenchReport {
  readonly name: string;
  readonly title: string;
  readonly measuredAt: string;
  readonly machine: Readonly<Record<string, string | number>>;
  readonly options: BenchOptions;
}

/** The folder of results that can be quoted. */
export const resultsFolder = packagePath('bench', 'results');
/** Smoke runs go where nobody quotes them. */
const quickFolder = join(tmpdir(), 'maqal-bench', 'quick-results');

/** What the figures were measured on. */
export function describeMachine(): Record<string, string | number> {
  const [processor] = cpus();
  return {
    node: process.version,
    system: `${process.platform} ${release()}`,
    processor: processor?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1e9),
    seating,
    loadAverage: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}

/** Writes a result's file. Shape: the file's path. */
export async function storeResult(
  { name, title }: Bench,
  options: BenchOptions,
  report: BenchReport,
): Promise<string> {
  const folder = options.isQuick ? quickFolder : resultsFolder;
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.json`);
  const stored: StoredResult = {
    ...{ name, title, measuredAt: new Date().toISOString(), machine: describeMachine(), options },
    tables: report.tables,
    verdicts: report.verdicts.map((verdict) => ({ ...verdict, isMet: isMet(verdict) })),
    notes: report.notes,
  };
  await writeFile(path, `${JSON.stringify(stored, null, 2)}\n`);
  return path;
}

/** A result that was stored earlier; null where there is none. */
export async function readResult(name: string): Promise<StoredResult | null> {
  try {
    const text = await readFile(join(resultsFolder, `${name}.json`), 'utf8');
    return JSON.parse(text) as StoredResult;
  } catch {
    return null;
  }
}
