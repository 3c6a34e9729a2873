import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const pictureName = /\.(?:jpe?g|png|webp|avif|gif)$/iu;
const maxOutputBytes = 256 * 1024 * 1024;

/** Tags by group and name, such as `XMP-dc:Rights`. */
export type ExifToolTags = Readonly<Record<string, unknown>>;

/** The pictures in a folder and those below it, of the formats that the service takes. */
export async function listPictures(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => pictureName.test(name))
    .map((name) => join(folder, name))
    .sort();
}

/** What Debian's `libimage-exiftool-perl` reads of each file. */
export async function readByExifTool(
  paths: readonly string[],
): Promise<ReadonlyMap<string, ExifToolTags>> {
  const folder = await mkdtemp(join(tmpdir(), 'maqal-metadata-'));
  try {
    const copies = new Map<string, string>();
    for (const [index, path] of paths.entries()) {
      const copy = join(folder, `${index}`);
      await writeFile(copy, endJpeg(await readFile(path)));
      copies.set(copy, path);
    }
    const files = await listTags([...copies.keys()]);
    return new Map(files.map((tags) => [copies.get(String(tags['SourceFile'])) ?? '', tags]));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function listTags(paths: readonly string[]): Promise<readonly ExifToolTags[]> {
  if (paths.length === 0) return [];
  const output = await run('exiftool', ['-json', '-G1', '-n', '-q', '-q', ...paths], {
    maxBuffer: maxOutputBytes,
  }).catch(readFailed);
  return JSON.parse(output.stdout) as readonly ExifToolTags[];
}

/** exiftool says nothing of a JPEG that ends within a segment: it gets the whole ones and an end. */
function endJpeg(file: Buffer): Buffer {
  if (file.readUInt16BE(0) !== 0xffd8) return file;
  let offset = 2;
  while (offset + 4 <= file.length) {
    if (file[offset] !== 0xff || file[offset + 1] === 0xda) return file;
    const end = offset + 2 + file.readUInt16BE(offset + 2);
    if (end > file.length) break;
    offset = end;
  }
  return Buffer.concat([file.subarray(0, offset), Buffer.from([0xff, 0xd9])]);
}

/** It ends with 1 where one file is damaged, after it printed the others. */
function readFailed(error: unknown): { readonly stdout: string } {
  if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string') {
    if (error.stdout !== '') return { stdout: error.stdout };
  }
  throw error;
}
