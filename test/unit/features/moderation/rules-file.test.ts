import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RulesFile } from '../../../../src/features/moderation/rules';
import { createLogger } from '../../../../src/platform/log';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maqal-test-'));
  path = join(folder, 'rules.json');
  await writeFile(path, '{"banned": []}');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('RulesFile', () => {
  it('calls its listeners when the file has changed', async () => {
    const rules = await RulesFile.open(path, createLogger('silent'));
    const onChange = jest.fn();
    rules.onChange(onChange);
    await writeFile(path, '{"banned": ["كلب"]}');
    await rules.read();
    rules.close();
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('calls no listener once it is closed, not even for a reading that has begun', async () => {
    const rules = await RulesFile.open(path, createLogger('silent'));
    const onChange = jest.fn();
    rules.onChange(onChange);
    await writeFile(path, '{"banned": ["كلب"]}');
    const reading = rules.read();
    rules.close();
    await reading;
    expect(onChange).not.toHaveBeenCalled();
  });
});
