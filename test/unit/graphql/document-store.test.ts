import { parse } from 'graphql';
import { createDocumentStore, maxDocumentBytes } from '../../../src/graphql/document-store';

describe('the document store', () => {
  it('keeps the documents used last, and no more than its bound', async () => {
    const store = createDocumentStore();
    const text = `{ ${'articles { totalCount } '.repeat(40)} }`;
    const document = parse(text);
    const tooMany = Math.ceil(maxDocumentBytes / (50 * text.length));
    for (let number = 0; number < tooMany; number += 1) await store.set(`${number}`, document);
    expect(await store.get(`${tooMany - 1}`)).toBe(document);
    expect(await store.get('0')).toBeUndefined();
  });

  it('keeps no document that would take all of it', async () => {
    const store = createDocumentStore();
    await store.set('padded', parse(`${'\n'.repeat(maxDocumentBytes / 100)}{ __typename }`));
    expect(await store.get('padded')).toBeUndefined();
  });
});
