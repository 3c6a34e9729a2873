import {
  LiveAnswer,
  LiveConnection,
  maxConnectionWaitingBytes,
  WaitingAnswers,
} from '../../../../src/graphql/live/waiting-answers';

const answerOf = (bytes: number) => new LiveAnswer('x'.repeat(bytes));

const open = (all: WaitingAnswers) => {
  const seen = { isCutOff: false };
  const connection = new LiveConnection(all, '127.0.0.1', () => {
    seen.isCutOff = true;
  });
  return { connection, seen };
};

describe('the answers that wait for a connection', () => {
  it('are bounded in bytes: with one more it is cut off', () => {
    const { connection, seen } = open(new WaitingAnswers());
    const answer = answerOf(maxConnectionWaitingBytes / 4);
    expect([1, 2, 3].map(() => connection.add(answer))).toEqual([true, true, true]);
    expect(seen.isCutOff).toBe(false);
    expect([connection.add(answer), connection.add(answerOf(1))]).toEqual([false, false]);
    expect(seen.isCutOff).toBe(true);
    expect(connection.waitingBytes).toBeLessThanOrEqual(maxConnectionWaitingBytes);
  });

  it('may be one that is larger than the bound', () => {
    const { connection, seen } = open(new WaitingAnswers());
    expect(connection.add(answerOf(2 * maxConnectionWaitingBytes))).toBe(true);
    expect(seen.isCutOff).toBe(false);
  });

  it('count as long as they are being sent, and no longer', async () => {
    const all = new WaitingAnswers();
    const { connection } = open(all);
    const answer = answerOf(1_000);
    connection.add(answer);
    const releases: (() => void)[] = [];
    const sending = connection.send(answer, () => new Promise((done) => releases.push(done)));
    expect([connection.waitingBytes, all.waitingBytes]).toEqual([answer.bytes, answer.bytes]);
    for (const release of releases) release();
    await sending;
    expect([connection.waitingBytes, all.waitingBytes]).toEqual([0, 0]);
  });
});

describe('the answers that wait in the process', () => {
  it('are counted once where they wait for many, and each copy that is being sent', async () => {
    const all = new WaitingAnswers();
    const answer = answerOf(1_000);
    const connections = [1, 2, 3].map(() => open(all).connection);
    for (const connection of connections) connection.add(answer);
    expect(all.waitingBytes).toBe(answer.bytes);
    const releases: (() => void)[] = [];
    const sends = connections.map((connection) =>
      connection.send(answer, () => new Promise((resolve) => releases.push(resolve))),
    );
    expect(all.waitingBytes).toBe(3 * answer.bytes);
    for (const release of releases) release();
    await Promise.all(sends);
    expect(all.waitingBytes).toBe(0);
  });

  it('are bounded: the connection for which most waits is cut off', () => {
    const all = new WaitingAnswers(10_000);
    const [slow, fast] = [open(all), open(all)];
    const waiting = [1, 2, 3].map(() => answerOf(2_500));
    slow.connection.onCutOff(() => {
      for (const answer of waiting) slow.connection.drop(answer);
    });
    for (const answer of waiting) slow.connection.add(answer);
    expect(fast.connection.add(answerOf(2_500))).toBe(true);
    expect([slow.seen.isCutOff, fast.seen.isCutOff]).toEqual([true, false]);
    expect(all.waitingBytes).toBe(fast.connection.waitingBytes);
  });
});
