import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endServices, runMaqal, startService } from '../support/service-process';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maqal-test-'));
});

afterEach(async () => {
  await endServices();
  await rm(folder, { recursive: true, force: true });
});

describe('maqal reindex', () => {
  it('indexes all articles beside a service that goes on finding them', async () => {
    const environment = { DATABASE_URL: `sqlite:${join(folder, 'maqal.sqlite')}` };
    const { url } = await startService(environment);
    const find = async () => {
      const query = '{ searchArticles(query: "نتنياهو") { totalCount } }';
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      return (await response.json()) as unknown;
    };
    const found = { data: { searchArticles: { totalCount: 1 } } };
    expect(await find()).toEqual(found);
    const { code, stdout } = await runMaqal(['reindex'], environment);
    expect([code, stdout]).toEqual([0, 'Indexed 1 article\n']);
    expect(await find()).toEqual(found);
  });
});
