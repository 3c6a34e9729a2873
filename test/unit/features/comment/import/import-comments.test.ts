import type { AddCommentInput } from '../../../../../src/features/comment/comment.input';
import {
  importComments,
  type SendComment,
} from '../../../../../src/features/comment/import/import-comments';

const articleId = 'article_one';
const lineOf = (body: string, others: object = {}) =>
  JSON.stringify({ authorName: 'قارئة', authorEmail: 'reader@example.org', body, ...others });

/** A service that remembers keys, and refuses the body 'سيئ'. */
const createService = () => {
  const sent: AddCommentInput[] = [];
  const keys = new Set<string>();
  const send: SendComment = (input) => {
    sent.push(input);
    if (input.body === 'سيئ') return Promise.resolve({ isNew: false, reasons: ['body: سيئ'] });
    const key = input.idempotencyKey ?? '';
    const isNew = !keys.has(key);
    keys.add(key);
    return Promise.resolve({ isNew, reasons: [] });
  };
  return { sent, send };
};

const run = (lines: readonly string[], send: SendComment, doneLines = 0) => {
  const progress: number[] = [];
  const options = {
    ...{ articleId, doneLines },
    onProgress: (lineCount: number) => {
      progress.push(lineCount);
      return Promise.resolve();
    },
  };
  return importComments(lines, send, options).then((report) => ({ ...report, progress }));
};

describe('importComments', () => {
  it('adds each line once; the same file again adds nothing', async () => {
    const { send } = createService();
    const lines = [lineOf('أ'), '', lineOf('ب'), lineOf('أ')];
    expect(await run(lines, send)).toMatchObject({ lineCount: 4, addedCount: 3, knownCount: 0 });
    expect(await run(lines, send)).toMatchObject({ lineCount: 4, addedCount: 0, knownCount: 3 });
  });

  it('goes on after the lines that an earlier run did, with the same keys', async () => {
    const { sent, send } = createService();
    const lines = [lineOf('أ'), lineOf('أ'), lineOf('أ')];
    await run(lines, send);
    const keys = sent.map(({ idempotencyKey }) => idempotencyKey);
    const report = await run(lines, send, 2);
    expect(report).toMatchObject({ skippedCount: 2, addedCount: 0, knownCount: 1 });
    expect(sent.at(-1)?.idempotencyKey).toBe(keys[2]);
  });

  it('reports what was refused by its line, and why, in the order of the file', async () => {
    const { send } = createService();
    const lines = [
      'no json',
      lineOf('سيئ'),
      lineOf('ب', { extra: 1 }),
      lineOf('ج', { articleId: 'article_two' }),
      '{"authorName": 5}',
    ];
    const { refused, addedCount } = await run(lines, send);
    expect(addedCount).toBe(1);
    expect(refused.map(({ line }) => line)).toEqual([1, 2, 3, 5]);
    expect(refused[1]?.reasons).toEqual(['body: سيئ']);
    expect(refused[3]?.reasons.join()).toContain('authorName');
  });

  it('keeps a line’s own key and article', async () => {
    const { sent, send } = createService();
    await run([lineOf('أ', { idempotencyKey: 'own', articleId: 'article_two' })], send);
    expect(sent[0]).toMatchObject({ idempotencyKey: 'own', articleId: 'article_two' });
  });

  it('refuses a line without an article where none was given', async () => {
    const { send } = createService();
    const options = { articleId: null, doneLines: 0, onProgress: () => Promise.resolve() };
    const { refused } = await importComments([lineOf('أ')], send, options);
    expect(refused).toHaveLength(1);
  });

  it('tells how far it is after each batch, and no line before it is done', async () => {
    const { sent, send } = createService();
    const lines = Array.from({ length: 130 }, (_, index) => lineOf(`نص ${index}`));
    const { progress } = await run(lines, send);
    expect(progress).toEqual([64, 128, 130]);
    expect(sent).toHaveLength(130);
  });
});
