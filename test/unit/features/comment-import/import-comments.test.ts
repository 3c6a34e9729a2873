import {
  importComments,
  type SendComment,
} from '../../../../src/features/comment-import/import-comments';
import type { AddCommentInput } from '../../../../src/features/submission/add-comment.input';

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

describe('importComments of the past', () => {
  const now = new Date('2024-06-12T09:00:00Z');

  /** A service that gives each comment the id `comment_` and its body. */
  const createPast = () => {
    const sent: [string, string | null | undefined, unknown][] = [];
    const send: SendComment = ({ body, parentId }, past) => {
      sent.push([body, parentId, past]);
      const reasons = body === 'سيئ' ? ['body: سيئ'] : [];
      return Promise.resolve({ isNew: true, reasons, commentId: `comment_${body}` });
    };
    return { sent, send };
  };

  const runPast = (
    lines: readonly string[],
    send: SendComment,
    options: {
      allowsMissingEmail?: boolean;
      findByKey?: (key: string) => Promise<string | null>;
    } = {},
  ) => {
    const onProgress = () => Promise.resolve();
    return importComments(lines, send, { articleId, doneLines: 0, onProgress, now, ...options });
  };

  it('hands on when a comment was written and what became of it', async () => {
    const { sent, send } = createPast();
    const line = lineOf('أ', { createdAt: '2019-05-01T10:00:00+03:00', status: 'SPAM' });
    expect((await runPast([line], send)).refused).toEqual([]);
    const createdAt = new Date('2019-05-01T07:00:00Z');
    expect(sent).toEqual([['أ', null, { createdAt, status: 'SPAM', isEmailOptional: false }]]);
  });

  it('sends a reply after its parent, wherever that stands in the file', async () => {
    const { sent, send } = createPast();
    const lines = [
      lineOf('ج', { parentKey: 'k2' }),
      lineOf('ب', { idempotencyKey: 'k2', parentKey: 'k1' }),
      lineOf('أ', { idempotencyKey: 'k1' }),
    ];
    expect(await runPast(lines, send)).toMatchObject({ addedCount: 3, refused: [] });
    expect(sent.map(([body, parentId]) => [body, parentId])).toEqual([
      ['أ', null],
      ['ب', 'comment_أ'],
      ['ج', 'comment_ب'],
    ]);
  });

  it('finds a parent that an earlier run added', async () => {
    const { sent, send } = createPast();
    const findByKey = (key: string) => Promise.resolve(key === 'old' ? 'comment_old' : null);
    await runPast([lineOf('ب', { parentKey: 'old' })], send, { findByKey });
    expect(sent[0]?.[1]).toBe('comment_old');
  });

  it('refuses a reply without a parent, or whose parent was refused, by its line', async () => {
    const { send } = createPast();
    const lines = [
      lineOf('ب', { parentKey: 'nobody' }),
      lineOf('سيئ', { idempotencyKey: 'bad' }),
      lineOf('ج', { parentKey: 'bad' }),
      lineOf('د', { parentKey: 'self', idempotencyKey: 'self' }),
      lineOf('ه', { parentKey: 'bad', parentId: 'comment_1' }),
    ];
    const { refused, addedCount } = await runPast(lines, send);
    expect(addedCount).toBe(0);
    expect(refused.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
    expect(refused.map(({ reasons }) => reasons.join())).toEqual([
      expect.stringContaining('no line of the file'),
      'body: سيئ',
      expect.stringContaining('was refused'),
      expect.stringContaining('no line of the file'),
      expect.stringContaining('twice'),
    ]);
  });

  it('keeps the progress before the first line that waits for its parent', async () => {
    const { send } = createPast();
    const progress: number[] = [];
    const lines = [
      lineOf('أ'),
      lineOf('رد', { parentKey: 'last' }),
      ...Array.from({ length: 70 }, (_, index) => lineOf(`نص ${index}`)),
      lineOf('ب', { idempotencyKey: 'last' }),
    ];
    await importComments(lines, send, {
      ...{ articleId, doneLines: 0, now },
      onProgress: (lineCount) => {
        progress.push(lineCount);
        return Promise.resolve();
      },
    });
    expect(progress).toEqual([1, 73]);
  });

  it.each([
    [{ createdAt: '2024-06-12T09:00:01Z' }, 'createdAt'],
    [{ createdAt: '1969-01-01T00:00:00Z' }, 'createdAt'],
    [{ createdAt: '2019-05-01' }, 'createdAt'],
    [{ createdAt: 5 }, 'createdAt'],
    [{ status: 'HIDDEN' }, 'status'],
    [{ authorEmail: undefined }, '--allow-missing-email'],
    [{ authorEmail: null }, '--allow-missing-email'],
  ])('refuses a line with %j and says what is wrong', async (others, named) => {
    const { send } = createPast();
    const { refused } = await runPast([lineOf('أ', others)], send);
    expect(refused[0]?.reasons.join()).toContain(named);
  });

  it('takes guests without an e-mail address where that is allowed', async () => {
    const { sent, send } = createPast();
    const lines = [
      lineOf('أ', { authorEmail: null }),
      lineOf('ب', { authorEmail: '' }),
      lineOf('ج'),
    ];
    expect((await runPast(lines, send, { allowsMissingEmail: true })).refused).toEqual([]);
    expect(sent.map(([, , past]) => past !== null)).toEqual([true, true, false]);
  });
});
