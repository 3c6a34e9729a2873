import { correctClock } from '../../../../src/platform/clock';

/** A corrected clock whose parts a test sets. Units: milliseconds. */
function create() {
  const state = { localMs: 1_000_000, offsetMs: 0 };
  const local = { now: () => new Date(state.localMs) };
  const clock = correctClock(local, () => state.offsetMs);
  return { state, read: () => clock.now().getTime() };
}

describe('correctClock', () => {
  it('adds the offset, rounded to a millisecond', () => {
    const { state, read } = create();
    state.offsetMs = 5_000.4;
    expect(read()).toBe(1_005_000);
  });

  it('steps forward at once where the offset grows', () => {
    const { state, read } = create();
    read();
    state.offsetMs = 3_600_000;
    expect(read()).toBe(4_600_000);
  });

  it('stands still where the offset shrinks by seconds, and goes on once it is right', () => {
    const { state, read } = create();
    state.offsetMs = 5_000;
    expect(read()).toBe(1_005_000);
    state.offsetMs = 0;
    expect(read()).toBe(1_005_000);
    state.localMs = 1_004_999;
    expect(read()).toBe(1_005_000);
    state.localMs = 1_005_001;
    expect(read()).toBe(1_005_001);
  });

  it('steps back at once where the error was larger than ten seconds', () => {
    const { state, read } = create();
    state.offsetMs = 10_001;
    read();
    state.offsetMs = 0;
    expect(read()).toBe(1_000_000);
  });
});
