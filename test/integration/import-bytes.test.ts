import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFile } from '../../src/features/import';
import { startApp, type TestApp } from '../support/start-app';

const page = 'عنوان الصفحة الأولى\n\nبقلم سارة علي\n\nفقرة أولى من النص.\n\nفقرة أخرى من النص.\n';

let service: TestApp;
let folder: string;

beforeAll(async () => {
  service = await startApp();
  folder = await mkdtemp(join(tmpdir(), 'maqal-bytes-'));
});

afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

const importPage = async (name: string, text: Buffer | string, facts?: Buffer | string) => {
  const file = join(folder, `${name}.txt`);
  await writeFile(file, text);
  if (facts !== undefined) await writeFile(join(folder, `${name}.json`), facts);
  return importFile(service.app.features.imports, file, {
    format: 'text',
    facts: {},
    isDryRun: false,
  });
};

describe('maqal import', () => {
  it('takes a byte-order mark off a page and its facts', async () => {
    const report = await importPage('marked', `\ufeff${page}`, '\ufeff{"slug":"marked-page"}');
    expect(report).toMatchObject({ outcome: 'created', slug: 'marked-page' });
  });

  it.each([
    [
      'a page',
      Buffer.concat([Buffer.from('عنوان\n\n'), Buffer.from('d\xe9j\xe0', 'latin1')]),
      '{}',
      3,
    ],
    ['facts', page, Buffer.from('{\n"slug":\n"d\xe9j\xe0"}', 'latin1'), 3],
  ])('refuses %s in another encoding and names the line', async (_, text, facts, line) => {
    const { outcome, reason } = await importPage('latin', text, facts);
    expect(outcome).toBe('refused');
    expect(reason).toMatch(new RegExp(`line ${line}: it is not UTF-8: byte \\d+ \\(0xE9\\)`));
  });

  it('names UTF-16', async () => {
    const { outcome, reason } = await importPage('wide', Buffer.from(`\ufeff${page}`, 'utf16le'));
    expect([outcome, reason]).toEqual([
      'refused',
      'The file cannot be read: line 1: it is UTF-16, but must be UTF-8',
    ]);
  });
});

describe('MODERATION_RULES', () => {
  const start = async (bytes: Buffer) => {
    const file = join(folder, 'rules.json');
    await writeFile(file, bytes);
    const other = await startApp({ environment: { MODERATION_RULES: file } });
    await other.stop();
  };

  it('takes a byte-order mark off the file', async () => {
    await start(Buffer.from('\ufeff{"banned":["كلمة"]}'));
  });

  it('refuses a file in another encoding and names the line', async () => {
    await expect(start(Buffer.from('{\n"banned":["\xe9"]}', 'latin1'))).rejects.toThrow(
      /rules\.json cannot be used:\n {2}line 2: it is not UTF-8/,
    );
  });
});
