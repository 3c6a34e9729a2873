import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Kind, parse, print, validate } from 'graphql';
import * as generated from '../../examples/generated/operations';
import type { AddCommentMutationVariables } from '../../examples/generated/operations';
import { readOperationFiles } from '../../src/http';
import { Role } from '../../src/platform/request';
import { ask, codesOf } from '../support/ask';
import { liveClients, waitForSubscribers } from '../support/live-clients';
import { type RequestOptions, startApp, type TestApp } from '../support/start-app';
import { createToken, withToken } from '../support/tokens';

const folder = join(__dirname, '..', '..', 'schema', 'operations');

let service: TestApp;
let names: string[];
let values: { slug: string; articleId: string; key: string };
let asAdministrator: RequestOptions;

/**
 * No example can know a reader's comment, or the receipt of one, or an editor's tag; and none takes
 * the article away that the others are about.
 */
const namesNothing = new Set([
  'ArchiveArticle',
  'EditComment',
  'MergeTags',
  'ModerateComments',
  'RenameTag',
  'ReportComment',
  'UnpublishArticle',
  'WithdrawComment',
]);

/** Whether an operation has one answer, and is sent as a single request is. */
const isSingle = ({ document }: { readonly document: string }) => !/^subscription /m.test(document);

const readDocument = (name: string) => readFile(join(folder, `${name}.graphql`), 'utf8');

beforeAll(async () => {
  service = await startApp({ environment: { SEED: 'true' } });
  asAdministrator = withToken(await createToken(service, Role.ADMIN));
  names = (await readdir(folder))
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => basename(file, '.graphql'));
  const { articles } = await ask<{ articles: { nodes: { id: string; slug: string }[] } }>(
    service,
    '{ articles(first: 1) { nodes { id slug } } }',
  );
  const { slug = '', id = '' } = articles.nodes[0] ?? {};
  values = { slug, articleId: id, key: randomUUID() };
});

afterAll(() => service.stop());

describe('schema/operations', () => {
  it('hold one operation a file, named like it, which fits the schema', async () => {
    expect(names.length).toBeGreaterThanOrEqual(7);
    for (const name of names) {
      const document = parse(await readDocument(name));
      const operations = document.definitions.filter(
        (definition) => definition.kind === Kind.OPERATION_DEFINITION,
      );
      expect(operations.map((operation) => operation.name?.value)).toEqual([name]);
      expect(validate(service.app.schema, document)).toEqual([]);
    }
  });

  it('begin with a comment that says what they are for', async () => {
    for (const name of names) expect(await readDocument(name)).toMatch(/^# .+\.\n/);
  });

  it('have examples, each of which runs on the source article within the usual limits', async () => {
    const operations = await readOperationFiles(folder, values);
    expect(operations.map(({ name }) => name).sort()).toEqual([...names].sort());
    for (const { name, document, variables } of operations.filter(isSingle)) {
      const answer = await service.send<unknown, unknown>(document, variables, asAdministrator);
      expect([name, answer.status, codesOf(answer)]).toEqual([name, 200, []]);
      const hasUserErrors = JSON.stringify(answer.data).includes('"code"');
      expect([name, hasUserErrors]).toEqual([name, namesNothing.has(name)]);
    }
  });

  it.each(Object.entries(liveClients))('can be subscribed to over %s', async (_, connect) => {
    const operations = await readOperationFiles(folder, values);
    const live = operations.filter((operation) => !isSingle(operation));
    expect(live.map(({ name }) => name).sort()).toEqual([
      'CommentAdded',
      'CommentChanged',
      'CommentQueued',
    ]);
    const subscribe = connect(service, await createToken(service, Role.ADMIN));
    const all = live.map(({ document, variables }) => subscribe(document, { ...variables }));
    await waitForSubscribers(service, live.length);
    expect(all.map(({ isOver }) => isOver)).toEqual(live.map(() => false));
    subscribe.close();
    await waitForSubscribers(service, 0);
  });

  it('can be read on in pages of 50 within the usual limits', async () => {
    const operations = await readOperationFiles(folder, values);
    for (const { name, document, variables } of operations) {
      if (!('first' in variables)) continue;
      const page = { ...variables, first: 50 };
      const answer = await service.send(document, page, asAdministrator);
      expect([name, codesOf(answer)]).toEqual([name, []]);
    }
  });

  it('have an example comment that is taken', async () => {
    const operations = await readOperationFiles(folder, values);
    const example = operations.find(({ name }) => name === 'AddComment');
    const { input } = example?.variables as AddCommentMutationVariables;
    const { addComment } = await ask(service, generated.AddCommentDocument, { input });
    expect(addComment.userErrors).toEqual([]);
    expect(addComment.comment?.article.id).toBe(values.articleId);
  });
});

describe('examples/generated/operations.ts', () => {
  it('holds the documents of schema/operations: run npm run codegen after a change', async () => {
    const documents = Object.entries(generated).map(([name, document]) => [name, print(document)]);
    const expected = await Promise.all(
      names.map(async (name) => [`${name}Document`, print(parse(await readDocument(name)))]),
    );
    expect(Object.fromEntries(documents)).toEqual(Object.fromEntries(expected));
  });
});
