import { readFile, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';

/** How far an earlier run came with a file. */
export interface ImportProgress {
  readonly doneLines: number;
  /** Notes that all lines up to this one are done. */
  save(lineCount: number): Promise<void>;
  /** The file is done: nothing is left to go on with. */
  finish(): Promise<void>;
}

const progressSchema = z.object({ doneLines: z.int().min(0) });

/** Opens the progress of a file, which is stored beside it. Shape: `isRestart` begins at the first line. */
export async function openImportProgress(
  file: string,
  isRestart: boolean,
): Promise<ImportProgress> {
  const path = `${file}.progress`;
  return {
    doneLines: isRestart ? 0 : await readDoneLines(path),
    save: (lineCount) => writeFile(path, JSON.stringify({ doneLines: lineCount })),
    finish: () => rm(path, { force: true }),
  };
}

async function readDoneLines(path: string): Promise<number> {
  try {
    return progressSchema.parse(JSON.parse(await readFile(path, 'utf8'))).doneLines;
  } catch {
    // Without it the import begins anew, and adds nothing twice.
    return 0;
  }
}

/** Units: characters. */
const barWidth = 30;

/** A line that grows with the share that is done. Shape: shares from 0 to 1. */
export function writeBar(share: number, text: string): string {
  const filled = Math.round(Math.min(1, Math.max(0, share)) * barWidth);
  return `[${'='.repeat(filled)}${' '.repeat(barWidth - filled)}] ${text}`;
}
