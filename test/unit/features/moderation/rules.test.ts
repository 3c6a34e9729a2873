import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import {
  builtInRulesSource,
  parseRules,
  RulesFile,
  RulesInvalid,
} from '../../../../src/features/moderation/rules';

const faultsOf = (text: string): readonly string[] => {
  try {
    parseRules(text, 'rules.json');
    return [];
  } catch (error) {
    if (error instanceof RulesInvalid) return error.faults;
    throw error;
  }
};

describe('parseRules', () => {
  it('takes an empty object for the rules that stand by themselves, with no list filled', () => {
    const { rules, version } = parseRules('{}', 'rules.json');
    expect(rules).toMatchObject({
      ...{ mode: 'OPEN', banned: [], suspect: [], maxLinks: 2, closeAfterDays: null },
      ...{ reservedNames: [], editWindowMinutes: 15, external: null },
    });
    expect(version).toMatch(/^[0-9a-f]{12}$/);
  });

  it('tells two states of a file apart by its text, or by the version that it names', () => {
    const versionOf = (text: string) => parseRules(text, 'rules.json').version;
    expect(versionOf('{"maxLinks": 1}')).not.toBe(versionOf('{"maxLinks": 3}'));
    expect(versionOf('{"version": "june"}')).toBe('june');
  });

  it('tells every fault at once, each with its path', () => {
    const faults = faultsOf(
      JSON.stringify({
        ...{ mode: 'SOMETIMES', banned: ['كلب', 'ء', '…'], maxLinks: -1, closeAfter: 3 },
        ...{ pace: { maxComments: 0 }, external: { url: 'ftp://a' } },
      }),
    );
    for (const path of ['mode', 'banned.1', 'banned.2', 'maxLinks', 'pace.maxComments']) {
      expect(faults).toContainEqual(expect.stringMatching(`^${path}: `));
    }
    expect(faults).toContainEqual(expect.stringContaining('closeAfter'));
    expect(faults).toContainEqual(expect.stringMatching('^external.url: '));
  });

  it('tells what is no JSON', () => {
    expect(faultsOf('{"mode": ')).toHaveLength(1);
    expect(faultsOf('[]')).toHaveLength(1);
  });
});

describe('the built-in rules', () => {
  it('ban nothing, hold nobody and compare nothing with earlier comments', () => {
    expect(builtInRulesSource.latest.rules).toMatchObject({
      ...{ mode: 'OPEN', banned: [], suspect: [], repeats: null, pace: null },
    });
  });
});

describe('RulesFile', () => {
  let folder: string;
  let path: string;
  const log: string[] = [];
  const logger = pino({ level: 'info' }, { write: (line: string) => log.push(line) });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'maqal-rules-'));
    path = join(folder, 'rules.json');
    log.length = 0;
    await writeFile(path, '{"version": "one"}');
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('is read again when it changes, and tells whoever listens', async () => {
    const file = await RulesFile.open(path, logger);
    let changes = 0;
    file.onChange(() => (changes += 1));
    expect((await file.read()).version).toBe('one');
    await writeFile(path, '{"version": "second"}');
    expect((await file.read()).version).toBe('second');
    expect(file.latest.version).toBe('second');
    await file.read();
    expect(changes).toBe(1);
    file.close();
  });

  it('stays as it was while it cannot be used, and says why once', async () => {
    const file = await RulesFile.open(path, logger);
    await writeFile(path, '{"mode": "NONE", "maxLinks": "two"}');
    expect((await file.read()).version).toBe('one');
    expect((await file.read()).version).toBe('one');
    expect(log.filter((line) => line.includes('maxLinks'))).toHaveLength(1);
    await rm(path);
    expect((await file.read()).version).toBe('one');
    await writeFile(path, '{"version": "three"}');
    expect((await file.read()).version).toBe('three');
    file.close();
  });

  it('is not opened with a fault, or where there is none', async () => {
    await writeFile(path, '{"mode": 1}');
    await expect(RulesFile.open(path, logger)).rejects.toThrow(/mode/);
    await expect(RulesFile.open(join(folder, 'absent.json'), logger)).rejects.toThrow(/ENOENT/);
  });
});
