import {
  ExecutionTurns,
  maxPointsPerTurn,
  maxRunning,
} from '../../../../src/graphql/live/execution-turns';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('executions of subscriptions', () => {
  it('begin in the order of their asking, few in each turn of the event loop', async () => {
    const turns = new ExecutionTurns();
    const begun: number[] = [];
    const perTurn: number[] = [];
    const points = maxPointsPerTurn / 4;
    const all = Array.from({ length: 20 }, (_, n) =>
      turns.run(points, async () => {
        begun.push(n);
        await Promise.resolve();
      }),
    );
    while (begun.length < all.length) {
      const before = begun.length;
      await turn();
      perTurn.push(begun.length - before);
    }
    await Promise.all(all);
    expect(begun).toEqual(Array.from({ length: 20 }, (_, n) => n));
    expect(Math.max(...perTurn)).toBe(4);
  });

  it('begin alone where one costs more than a turn holds', async () => {
    const turns = new ExecutionTurns();
    const begun: number[] = [];
    const all = [1, 2].map((n) =>
      turns.run(10 * maxPointsPerTurn, () => Promise.resolve(begun.push(n))),
    );
    await turn();
    expect(begun).toEqual([1]);
    await Promise.all(all);
    expect(begun).toEqual([1, 2]);
  });

  it('wait while as many run as may, and failed ones count no more', async () => {
    const turns = new ExecutionTurns();
    const fails: (() => void)[] = [];
    const failing = () =>
      new Promise<never>((_, reject) =>
        fails.push(() => {
          reject(new Error('failed'));
        }),
      );
    const running = Array.from({ length: maxRunning }, () => turns.run(0, failing));
    await turn();
    let hasBegun = false;
    const last = turns.run(0, () => {
      hasBegun = true;
      return Promise.resolve();
    });
    await turn();
    await turn();
    expect([fails.length, hasBegun]).toEqual([maxRunning, false]);
    for (const fail of fails) fail();
    expect(await Promise.allSettled(running)).toHaveLength(maxRunning);
    await last;
    expect(hasBegun).toBe(true);
  });
});
