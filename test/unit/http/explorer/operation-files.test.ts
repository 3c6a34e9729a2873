import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOperationFiles } from '../../../../src/http/explorer/operation-files';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'maqal-operations-'));
  await write('AddComment.graphql', 'mutation AddComment { a }');
  await write('ArticlePage.graphql', 'query ArticlePage { b }');
  await write('FrontPage.graphql', 'query FrontPage { c }');
});

afterEach(() => rm(directory, { recursive: true }));

function write(name: string, content: string) {
  return writeFile(join(directory, name), content);
}

describe('readOperationFiles', () => {
  it('lists the operations in the order of the examples, then those without one', async () => {
    await write('examples.json', '{ "FrontPage": {}, "AddComment": {} }');

    const operations = await readOperationFiles(directory);
    expect(operations.map(({ name }) => name)).toEqual(['FrontPage', 'AddComment', 'ArticlePage']);
  });

  it('gives each its document and its variables', async () => {
    await write('examples.json', '{ "ArticlePage": { "slug": "غزة" } }');

    const [first] = await readOperationFiles(directory);
    expect(first).toEqual({
      name: 'ArticlePage',
      document: 'query ArticlePage { b }',
      variables: { slug: 'غزة' },
    });
  });

  it('fills in what only the running service knows, however deep', async () => {
    await write('examples.json', '{ "AddComment": { "input": { "articleId": "$articleId" } } }');

    const [first] = await readOperationFiles(directory, { articleId: 'article_01' });
    expect(first?.variables).toEqual({ input: { articleId: 'article_01' } });
  });

  it('leaves a text that begins with a dollar as it is when nothing is known by that key', async () => {
    await write('examples.json', '{ "AddComment": { "body": "$5 a month" } }');

    const [first] = await readOperationFiles(directory, { articleId: 'article_01' });
    expect(first?.variables).toEqual({ body: '$5 a month' });
  });

  it('fails when an example has no operation, so that neither outlives the other', async () => {
    await write('examples.json', '{ "Renamed": {} }');

    await expect(readOperationFiles(directory)).rejects.toThrow('Renamed.graphql');
  });
});
