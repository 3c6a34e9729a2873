import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { startDeadline } from '../../../src/http/deadline';

/** As much of a response as a deadline looks at. */
class FakeResponse extends EventEmitter {
  writableFinished = false;

  /** The answer has gone out, or the client has. */
  end(isAnswered: boolean): void {
    this.writableFinished = isAnswered;
    this.emit('close');
  }
}

let response: FakeResponse;

beforeEach(() => {
  jest.useFakeTimers();
  response = new FakeResponse();
});

afterEach(() => {
  jest.useRealTimers();
});

const start = (timeoutMs = 1_000) =>
  startDeadline(timeoutMs, response as unknown as ServerResponse);
const never = new Promise<string>(() => undefined);

describe('startDeadline', () => {
  it('gives the work’s result where it is there in time', async () => {
    const { race, signal } = start();
    await expect(race(Promise.resolve('answer'))).resolves.toBe('answer');
    expect(signal.aborted).toBe(false);
  });

  it('gives the work’s failure where it fails in time', async () => {
    await expect(start().race(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });

  it('fails with REQUEST_TIMEOUT when the time is up, and says how long that was', async () => {
    const { race, signal } = start(1_000);
    const raced = race(never);
    jest.advanceTimersByTime(999);
    expect(signal.aborted).toBe(false);
    jest.advanceTimersByTime(1);
    expect(signal.aborted).toBe(true);
    await expect(raced).rejects.toMatchObject({
      code: 'REQUEST_TIMEOUT',
      message: expect.stringContaining('1000 ms') as string,
    });
    expect(signal.reason).toMatchObject({ code: 'REQUEST_TIMEOUT' });
  });

  it('is over at once when the client goes away', async () => {
    const { race, signal } = start();
    const raced = race(never);
    response.end(false);
    expect(signal.aborted).toBe(true);
    await expect(raced).rejects.toMatchObject({ code: 'REQUEST_TIMEOUT' });
  });

  it('leaves nothing behind once the answer has gone out', () => {
    const { signal } = start();
    response.end(true);
    expect(jest.getTimerCount()).toBe(0);
    expect(signal.aborted).toBe(false);
  });

  it('is no unhandled failure where nobody races it', async () => {
    const unhandled = jest.fn();
    process.once('unhandledRejection', unhandled);
    start(1);
    jest.advanceTimersByTime(1);
    jest.useRealTimers();
    // A rejection is reported after the microtasks of its turn.
    await new Promise((resolve) => setImmediate(resolve));
    process.removeListener('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});
