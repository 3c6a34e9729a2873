import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const maxOutputBytes = 256 * 1024 * 1024;

/** Tags by group and name, such as `XMP-dc:Rights`. */
export type ExifToolTags = Readonly<Record<string, unknown>>;

/** What exiftool is to write into one file, as it takes its arguments. */
export interface Writing {
  readonly path: string;
  readonly options: readonly string[];
}

/** Writes tags into files, all in one process. `script` is where its arguments are put. */
export async function writeTags(script: string, writings: readonly Writing[]): Promise<void> {
  const lines = writings.flatMap(({ path, options }) => [
    ...['-overwrite_original', '-q', '-q', '-m', ...options, path, '-execute'],
  ]);
  await writeFile(script, lines.join('\n'));
  await run('exiftool', ['-@', script], { maxBuffer: maxOutputBytes });
}

/** Every tag of the files in a folder, those that are stated twice included. */
export async function readTags(folder: string): Promise<ReadonlyMap<string, ExifToolTags>> {
  const options = ['-json', '-G1', '-a', '-u', '-n', '-ee', '-q', '-q', folder];
  const { stdout } = await run('exiftool', options, { maxBuffer: maxOutputBytes });
  const files = JSON.parse(stdout) as readonly ExifToolTags[];
  return new Map(files.map((tags) => [String(tags['SourceFile']), tags]));
}
