import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FrontPageDocument } from '../../examples/generated/operations';
import {
  endServices,
  runMaqal,
  type ServiceProcess,
  startService,
} from '../support/service-process';
import { sendOperation } from '../support/start-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { waitUntil } from '../support/wait-until';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'maqal-foreign-'));
});

afterEach(async () => {
  await endServices();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const readTitles = async ({ url }: ServiceProcess) => {
  const { data } = await sendOperation(url, FrontPageDocument, {});
  return data?.articles.nodes.map(({ title }) => title) ?? [];
};

describe('maqal import beside a running service', () => {
  it('purges what the service keeps, each time', async () => {
    const environment = { DATABASE_URL: database.url, SEED: 'false' };
    const service = await startService(environment);
    expect([await readTitles(service), await readTitles(service)]).toEqual([[], []]);
    const page = join(folder, 'page.txt');
    for (const title of ['عنوان أول للصفحة', 'عنوان ثان للصفحة']) {
      await writeFile(page, `${title}\n\nفقرة أولى من نص الصفحة.\n\nفقرة ثانية من نص الصفحة.\n`);
      const { code, stderr } = await runMaqal(
        ['import', page, '--slug', 'page', '--published-at', '2024-06-11T12:00:00Z'],
        environment,
      );
      expect({ code, stderr }).toMatchObject({ code: 0 });
      await waitUntil(async () => (await readTitles(service)).includes(title));
    }
  });
});
