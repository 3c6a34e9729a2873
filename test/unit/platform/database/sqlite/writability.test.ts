import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkWritable,
  type FileSystem,
} from '../../../../../src/platform/database/sqlite/writability';

const megabyte = 1024 * 1024;

/** Refuses to write the given path, and has so much room. */
function refusing(refused: string | null, freeMegabytes: number): FileSystem {
  return {
    access: (path) =>
      path === refused ? Promise.reject(new Error('EROFS')) : Promise.resolve(undefined),
    statfs: () => Promise.resolve({ bavail: freeMegabytes, bsize: megabyte }),
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

  it('is ready with just enough room', async () => {
    await expect(checkWritable('/data/a.sqlite', refusing(null, 16))).resolves.toBeUndefined();
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
