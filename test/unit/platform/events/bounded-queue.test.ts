import fc from 'fast-check';
import { BoundedQueue, QueueOverflowed } from '../../../../src/platform/events';

const open = (maxItems: number) => {
  const closings: (Error | null)[] = [];
  const queue = new BoundedQueue<number>({ maxItems, maxBytes: 100 }, (failure) =>
    closings.push(failure),
  );
  return { queue, closings };
};

const readAll = async (queue: BoundedQueue<number>): Promise<number[]> => {
  const read: number[] = [];
  for await (const item of queue) read.push(item);
  return read;
};

describe('BoundedQueue', () => {
  it('gives everything once and in order, whoever comes first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer()), fc.boolean(), async (items, isReaderFirst) => {
        const { queue } = open(items.length);
        const early = isReaderFirst ? readAll(queue) : null;
        for (const item of items) queue.push(item, 0);
        queue.end();
        expect(await (early ?? readAll(queue))).toEqual(items);
      }),
    );
  });

  it('keeps what waits for its reader when it ends', async () => {
    const { queue, closings } = open(3);
    queue.push(1, 0);
    queue.push(2, 0);
    queue.end();
    queue.push(3, 0);
    expect(await readAll(queue)).toEqual([1, 2]);
    expect(closings).toEqual([null]);
  });

  it('fails with the item that does not fit, and keeps nothing', async () => {
    const { queue, closings } = open(2);
    for (const item of [1, 2, 3, 4]) queue.push(item, 0);
    await expect(queue.next()).rejects.toThrow(QueueOverflowed);
    expect(await queue.next()).toEqual({ done: true, value: undefined });
    expect(closings).toEqual([expect.any(QueueOverflowed)]);
  });

  it('fails with the item whose bytes do not fit beside those that wait', async () => {
    const { queue, closings } = open(10);
    queue.push(1, 60);
    queue.push(2, 40);
    expect(await queue.next()).toEqual({ done: false, value: 1 });
    queue.push(3, 60);
    expect(closings).toEqual([]);
    queue.push(4, 1);
    await expect(queue.next()).rejects.toThrow('more than 100 bytes');
    expect(closings).toEqual([expect.any(QueueOverflowed)]);
  });

  it('fails its waiting reader', async () => {
    const { queue } = open(2);
    const next = queue.next();
    queue.fail(new Error('gone'));
    await expect(next).rejects.toThrow('gone');
  });

  it('ends when its reader leaves, and says so once', async () => {
    const { queue, closings } = open(2);
    queue.push(1, 0);
    await queue.return();
    await queue.return();
    queue.push(2, 0);
    expect(await readAll(queue)).toEqual([]);
    expect(closings).toEqual([null]);
  });
});
