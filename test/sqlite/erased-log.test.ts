import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSql } from '../support/raw-database';
import { startApp } from '../support/start-app';
import { readStoredBytes } from '../support/stored-bytes';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { waitUntil } from '../support/wait-until';

describe('erased data that a killed process left in the write-ahead log', () => {
  it('is gone once the service runs again', async () => {
    const source = await createTestDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'maqal-test-'));
    const killed: TestDatabase = {
      url: `sqlite:${join(folder, 'maqal.sqlite')}`,
      drop: () => rm(folder, { recursive: true, force: true }),
    };
    const service = await startApp({ database: source });
    await runSql(source, 'PRAGMA secure_delete = ON; CREATE TABLE note (text TEXT)');
    await runSql(source, "INSERT INTO note VALUES ('zqxtrace')");
    await runSql(source, 'PRAGMA secure_delete = ON; DELETE FROM note');
    // The files of a process that ended right after its commit.
    const path = source.url.slice('sqlite:'.length);
    for (const end of ['', '-wal']) await copyFile(path + end, join(folder, `maqal.sqlite${end}`));
    await service.stop();
    expect((await readStoredBytes(killed)).includes('zqxtrace')).toBe(true);
    const next = await startApp({ database: killed });
    await waitUntil(async () => !(await readStoredBytes(killed)).includes('zqxtrace'));
    await next.stop();
    await source.drop();
    await killed.drop();
  });
});
