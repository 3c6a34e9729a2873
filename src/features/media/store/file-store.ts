import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Clock } from '../../../platform/clock';
import { sniffedByteCount } from '../picture-type';

/** A file that was received whole, beside those that are kept. */
export interface IncomingFile {
  readonly path: string;
  readonly sha256: string;
  /** Units: bytes. */
  readonly byteLength: number;
  /** Its first bytes. */
  readonly head: Buffer;
}

/** A file that is kept, as it is sent. */
export interface KeptFile {
  readonly path: string;
  /** Units: bytes. */
  readonly byteLength: number;
  readonly modifiedAt: Date;
}

/** Units: milliseconds after which a file that is still incoming was left by a process that died. */
const abandonedMs = 3_600_000;

/**
 * The folder of files: originals by hash, renditions by picture, and what is still incoming.
 *
 * Files are written aside, synced, and moved into place, so that a name stands for whole bytes or
 * for nothing. Folders are made when they are needed.
 */
export class FileStore {
  private readonly folder: string;
  private isSwept = false;

  constructor(
    folder: string,
    private readonly clock: Clock,
  ) {
    this.folder = resolve(folder);
  }

  /**
   * Receives a file and hashes it on the way.
   * Shape: null where it has more than `maxBytes`; what was written is removed then, and the rest is
   * not read. Errors: the stream's own, and nothing is left either.
   */
  async receive(chunks: AsyncIterable<Buffer>, maxBytes: number): Promise<IncomingFile | null> {
    const path = await this.newIncomingPath();
    try {
      const received = await write(path, chunks, maxBytes);
      if (received === null) await this.discard(path);
      return received;
    } catch (error) {
      await this.discard(path);
      throw error;
    }
  }

  /** Moves an incoming file to where the original of its hash is kept. */
  async keepOriginal({ path, sha256 }: Pick<IncomingFile, 'path' | 'sha256'>): Promise<void> {
    await this.moveInto(path, this.originalPath(sha256));
  }

  /** Moves a finished rendition to its place. */
  async keepRendition(path: string, id: string, version: number, name: string): Promise<KeptFile> {
    const target = this.renditionPath(id, version, name);
    await this.moveInto(path, target);
    return (await find(target)) ?? { path: target, byteLength: 0, modifiedAt: new Date(0) };
  }

  /** A rendition that is kept; null where it has not been made. */
  findRendition(id: string, version: number, name: string): Promise<KeptFile | null> {
    return find(this.renditionPath(id, version, name));
  }

  /** An original; null where its bytes are gone. */
  findOriginal(sha256: string): Promise<KeptFile | null> {
    return find(this.originalPath(sha256));
  }

  /** Where the original of a hash is kept. */
  originalPath(sha256: string): string {
    return join(this.folder, 'originals', sha256.slice(0, 2), sha256);
  }

  /** A path aside, on the same disk as what is kept. */
  async newIncomingPath(): Promise<string> {
    const folder = join(this.folder, 'incoming');
    await mkdir(folder, { recursive: true });
    if (!this.isSwept) {
      this.isSwept = true;
      await sweep(folder, this.clock.now().getTime() - abandonedMs);
    }
    return join(folder, randomUUID());
  }

  /** Removes what is still incoming. */
  async discard(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /** Removes the bytes of a picture and all its renditions. */
  async remove(id: string, sha256: string): Promise<void> {
    await rm(this.originalPath(sha256), { force: true });
    await this.removeRenditions(id);
  }

  /** Removes the renditions of a picture; `version` for those of one version alone. */
  async removeRenditions(id: string, version: number | null = null): Promise<void> {
    await rm(this.renditionFolder(id, version), { recursive: true, force: true });
  }

  private renditionFolder(id: string, version: number | null): string {
    // Ids begin with the time of their making: their ends spread better over folders.
    const folder = join(this.folder, 'renditions', id.slice(-2), id);
    return version === null ? folder : join(folder, String(version));
  }

  private renditionPath(id: string, version: number, name: string): string {
    return join(this.renditionFolder(id, version), name);
  }

  private async moveInto(from: string, to: string): Promise<void> {
    await mkdir(dirname(to), { recursive: true });
    await rename(from, to);
    await syncFolder(dirname(to));
  }
}

async function write(
  path: string,
  chunks: AsyncIterable<Buffer>,
  maxBytes: number,
): Promise<IncomingFile | null> {
  const hash = createHash('sha256');
  let byteLength = 0;
  let head = Buffer.alloc(0);
  const file = await open(path, 'wx');
  try {
    for await (const chunk of chunks) {
      byteLength += chunk.length;
      if (byteLength > maxBytes) return null;
      hash.update(chunk);
      if (head.length < sniffedByteCount) {
        head = Buffer.concat([head, chunk.subarray(0, sniffedByteCount - head.length)]);
      }
      await writeWhole(file, chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { path, sha256: hash.digest('hex'), byteLength, head };
}

async function writeWhole(file: FileHandle, chunk: Buffer): Promise<void> {
  let written = 0;
  while (written < chunk.length) {
    written += (await file.write(chunk, written)).bytesWritten;
  }
}

async function find(path: string): Promise<KeptFile | null> {
  try {
    const { size, mtime } = await stat(path);
    return { path, byteLength: size, modifiedAt: mtime };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Removes what a process that died has left. */
async function sweep(folder: string, oldestMs: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = await find(join(folder, name));
    if (file !== null && file.modifiedAt.getTime() < oldestMs) await rm(file.path, { force: true });
  }
}

/** Makes a move durable. Windows opens no folder, and syncs by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Hashes a file on disk. Shape: SHA-256 in hexadecimal. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
