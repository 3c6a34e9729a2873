import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkWritable,
  type FileSystem,
} from '../../../../../src/platform/database/sqlite/writability';

const megabyte = 1024 * 1024;

/** A disk of 100 MB that refuses to write one path. */
function refusing(refused: string | null, freeMegabytes: number, blocks = 100): FileSystem {
  return {
    access: (path) =>
      path === refused ? Promise.reject(new Error('EROFS')) : Promise.resolve(undefined),
    statfs: () => Promise.resolve({ blocks, bavail: freeMegabytes, bsize: megabyte }),
  };
}

describe('a database that cannot be written', () => {
  it.each([
    ['a read-only file', refusing('/data/a.sqlite', 100), 'The database file cannot be written'],
    ['a read-only folder', refusing('/data', 100), 'The folder of the database file cannot be'],
    ['a full disk', refusing(null, 15), 'The disk is full: the database needs 16 MB free'],
  ])('is not ready because of %s', async (_, fileSystem, reason) => {
    await expect(checkWritable('/data/a.sqlite', fileSystem)).rejects.toThrow(reason);
  });

  it.each([
    ['with just enough room', refusing(null, 16)],
    ['where the file system does not tell its size', refusing(null, 0, 0)],
  ])('is ready %s', async (_, fileSystem) => {
    await expect(checkWritable('/data/a.sqlite', fileSystem)).resolves.toBeUndefined();
  });

  it('asks the real file system', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'maqal-test-'));
    const path = join(folder, 'a.sqlite');
    await expect(checkWritable(path)).rejects.toThrow('The database file cannot be written');
    await writeFile(path, '');
    await expect(checkWritable(path)).resolves.toBeUndefined();
    await rm(folder, { recursive: true });
  });
});
