import { Cancellation } from '../../../../src/platform/cancellation';

const reason = new Error('The client went away');

describe('a cancellation', () => {
  it('goes on until it is aborted, and then says why', () => {
    const signal = new Cancellation();
    signal.throwIfAborted();
    expect([signal.aborted, signal.reason]).toEqual([false, undefined]);
    signal.abort(reason);
    expect([signal.aborted, signal.reason]).toEqual([true, reason]);
    expect(() => {
      signal.throwIfAborted();
    }).toThrow(reason);
  });

  it('tells its listeners once, in their order, and those that come later at once', () => {
    const signal = new Cancellation();
    const told: string[] = [];
    signal.onAbort(({ message }) => told.push(`first: ${message}`));
    signal.onAbort(() => told.push('second'));
    signal.abort(reason);
    signal.abort(new Error('Another reason'));
    signal.onAbort(({ message }) => told.push(`late: ${message}`));
    expect(told).toEqual([`first: ${reason.message}`, 'second', `late: ${reason.message}`]);
    expect(signal.reason).toBe(reason);
  });

  it('does not tell who has stopped listening', () => {
    const signal = new Cancellation();
    const told: string[] = [];
    const stop = signal.onAbort(() => told.push('stopped'));
    signal.onAbort(() => told.push('listening'));
    stop();
    signal.abort(reason);
    expect(told).toEqual(['listening']);
  });
});
