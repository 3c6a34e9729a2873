import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawPicture } from '../support/pictures';
import { runMaqal, startService } from '../support/service-process';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

// A case starts several processes, and the machine may be busy with other suites.
jest.setTimeout(60_000);

interface Outcome {
  readonly file: string;
  readonly outcome: string;
  readonly id: string | null;
  readonly reason: string | null;
}

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'maqal-pictures-'));
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const environment = () => ({ DATABASE_URL: database.url, FILES_DIR: join(folder, 'files') });

const add = (...parameters: string[]) =>
  runMaqal(['files', 'add', join(folder, 'pictures'), ...parameters], environment());

const addJson = async () => {
  const { code, stdout } = await add('--json');
  return { code, files: (JSON.parse(stdout) as { files: Outcome[] }).files };
};

const write = async (name: string, bytes: Buffer) => {
  const path = join(folder, 'pictures', name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, bytes);
};

describe('maqal files add', () => {
  it('takes in a folder’s pictures, which the service then shows; again, it sends nothing', async () => {
    await write('a.jpg', await drawPicture(300, 200).jpeg().toBuffer());
    await write('القاهرة/ب.png', await drawPicture(300, 200).png().toBuffer());
    const first = await addJson();
    expect(first.code).toBe(0);
    expect(first.files.map(({ file, outcome }) => [file, outcome])).toEqual([
      ['a.jpg', 'added'],
      ['القاهرة/ب.png', 'added'],
    ]);
    // A folder's time changes with every file that is put into it.
    const lastWriteMs = async () => (await stat(join(folder, 'files', 'incoming'))).mtimeMs;
    const writtenAtMs = await lastWriteMs();
    const again = await addJson();
    expect(await lastWriteMs()).toBe(writtenAtMs);
    expect(again.files.map(({ outcome }) => outcome)).toEqual(['known', 'known']);
    expect(again.files.map(({ id }) => id)).toEqual(first.files.map(({ id }) => id));
    const service = await startService({ ...environment(), SEED: 'false' });
    const answer = await fetch(`${service.origin}/files/${first.files[0]?.id}/160-square.webp?v=1`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp']);
    service.kill('SIGTERM');
    expect(await service.exited).toEqual({ code: 0, signal: null });
  });

  it('says what it refuses and why, with names that do nothing to the terminal', async () => {
    await write('b\u202egnp.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    await write('c.png', await drawPicture(30, 20).png().toBuffer());
    const { code, stdout } = await add();
    expect(code).toBe(1);
    expect(stdout).toContain('b\\u{202e}gnp.svg: refused: This is an SVG drawing');
    expect(stdout).toMatch(/^c\.png: added \(file_/m);
    expect(stdout).toMatch(/^1 added, 0 known, 1 refused$/m);
  });
});
