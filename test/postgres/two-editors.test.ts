import { Role } from '../../src/platform/request';
import { createEditor } from '../support/editing';
import { startApp, type TestApp } from '../support/start-app';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

let database: TestDatabase;
let instances: readonly TestApp[];

beforeAll(async () => {
  database = await createTestDatabase();
  instances = [await startApp({ database }), await startApp({ database })];
});

afterAll(async () => {
  for (const instance of instances) await instance.stop();
  await database.drop();
});

describe('two editors on two instances', () => {
  it('never both win: of saves of one version at the same instant exactly one is stored', async () => {
    const editors = await Promise.all(
      instances.map((instance, index) => createEditor(instance, Role.EDITOR, `desk ${index}`)),
    );
    const [first, second] = editors;
    if (first === undefined || second === undefined) throw new Error('Two instances are needed');
    for (let round = 0; round < 100; round += 1) {
      const { id, editing } = await first.create();
      const answers = await Promise.all(
        editors.map((editor, index) =>
          editor.send('updateArticle', { id, version: editing?.version, title: `عنوان ${index}` }),
        ),
      );
      const winners = answers.filter(({ userErrors }) => userErrors.length === 0);
      const losers = answers.filter(({ userErrors }) => userErrors.length > 0);
      expect([winners.length, losers.length]).toEqual([1, 1]);
      expect(losers[0]?.userErrors).toMatchObject([{ code: 'CONFLICT' }]);
      expect(losers[0]?.conflict).toMatchObject({
        version: winners[0]?.article?.editing?.version,
        fields: ['title'],
        theirs: { title: winners[0]?.article?.title },
      });
      expect((await second.read(id))?.title).toBe(winners[0]?.article?.title);
    }
  });
});
