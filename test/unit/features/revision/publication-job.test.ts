import { PublicationJob } from '../../../../src/features/revision/publication-job';
import type { CommitListener } from '../../../../src/platform/database';
import { createLogger } from '../../../../src/platform/log';
import { createGate } from '../../../support/gate';
import { createTestClock } from '../../../support/start-app';
import { createTestTimer } from '../../../support/test-timer';
import { waitUntil } from '../../../support/wait-until';

const startedAt = '2024-06-12T09:00:00.000Z';
const startMs = Date.parse(startedAt);

/** A job over planned moments in memory; what it did is recorded. */
function create(plans: Readonly<Record<string, number>> = {}) {
  const clock = createTestClock(startedAt);
  const timer = createTestTimer();
  const log: string[] = [];
  /** Planned moments by article. Units: milliseconds after the start. */
  const planned = new Map(Object.entries(plans));
  const settled: string[] = [];
  const state = {
    readCount: 0,
    isDatabaseAway: false,
    failing: new Set<string>(),
    released: Promise.resolve(),
  };
  let listener: CommitListener = () => undefined;
  const passedMs = (now: Date) => now.getTime() - startMs;
  const primary = {
    select: () => Promise.reject(new Error('The job sends no statements of its own')),
    openForRequest: () => primary,
  };
  const job = new PublicationJob({
    database: {
      primary,
      onCommit: (added) => {
        listener = added;
      },
    },
    articles: {
      listDueIds: (_, now, except) => {
        state.readCount += 1;
        if (state.isDatabaseAway) return Promise.reject(new Error('The database is away'));
        const due = [...planned].filter(([id, ms]) => ms <= passedMs(now) && !except.includes(id));
        return Promise.resolve(due.slice(0, 3).map(([id]) => id));
      },
    },
    schedule: {
      findNext: (now) => {
        const next = [...planned.values()].filter((ms) => ms > passedMs(now));
        return Promise.resolve(next.length === 0 ? null : new Date(startMs + Math.min(...next)));
      },
    },
    settler: {
      settle: async (id) => {
        settled.push(id);
        await state.released;
        if (state.failing.has(id)) throw new Error('Broken');
        planned.delete(id);
      },
    },
    clock,
    startTimer: timer.start,
    logger: createLogger('error', { write: (line) => log.push(line) }),
  });
  /** Lets the time pass and the timers run; resolves once the job waits again, or has nothing to wait for. */
  const pass = async (milliseconds: number) => {
    clock.advance(milliseconds);
    timer.fire();
    // Everything that it waits for is there: one turn of the event loop ends its work.
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  };
  return {
    ...{ job, timer, clock, log, planned, settled, state, pass },
    commit: (tags: readonly string[] | null) => {
      listener(tags);
    },
  };
}

describe('PublicationJob.start', () => {
  it('settles what was missed, however much that is, and each article once', async () => {
    const missed = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`a${index}`, 0]));
    const { job, settled, timer } = create(missed);
    await job.start();
    expect([...settled].sort()).toEqual(Object.keys(missed).sort());
    expect(timer.delaysMs).toEqual([]);
  });

  it('waits for the next planned moment, and settles nothing before it', async () => {
    const { job, settled, timer, pass } = create({ later: 700, last: 900 });
    await job.start();
    expect(timer.delaysMs).toEqual([700]);
    await pass(699);
    expect([settled, timer.delaysMs]).toEqual([[], [1]]);
    await pass(1);
    expect([settled, timer.delaysMs]).toEqual([['later'], [200]]);
  });

  it('looks at the clock each second and at the database only when a moment has come', async () => {
    const { job, settled, timer, state, pass } = create({ later: 86_400_000 });
    await job.start();
    expect([state.readCount, timer.delaysMs]).toEqual([1, [1_000]]);
    await pass(1_000);
    await pass(1_000);
    expect([state.readCount, timer.delaysMs]).toEqual([1, [1_000]]);
    // The clock was wrong and is set.
    await pass(86_400_000);
    expect([settled, timer.delaysMs]).toEqual([['later'], []]);
  });
});

describe('a commit', () => {
  it('that changes lists of articles makes the job read the plans, within a second', async () => {
    const { job, settled, timer, planned, commit, pass } = create();
    await job.start();
    planned.set('new', 400);
    commit(['comments:article_1']);
    expect(timer.delaysMs).toEqual([]);
    commit(['articles']);
    expect(timer.delaysMs).toEqual([250]);
    await pass(250);
    expect(timer.delaysMs).toEqual([150]);
    await pass(150);
    expect(settled).toEqual(['new']);
  });

  it('counts as such a change where nobody knows what it changed', async () => {
    const { job, timer, commit } = create();
    await job.start();
    commit(null);
    expect(timer.delaysMs).toEqual([250]);
  });

  it('does not put off the look that an earlier one has asked for', async () => {
    const { job, timer, state, commit, pass } = create();
    await job.start();
    commit(['articles']);
    const [first] = timer.delaysMs;
    commit(['articles']);
    expect(timer.delaysMs).toEqual([first]);
    await pass(250);
    expect([state.readCount, timer.delaysMs]).toEqual([2, []]);
  });
});

describe('an article that cannot be settled', () => {
  it('holds up no other, is logged, and is tried again a second later', async () => {
    const { job, settled, timer, state, log, pass } = create({ a: 0, b: 0, c: 0, d: 0, e: 0 });
    state.failing = new Set(['a', 'b', 'c']);
    await job.start();
    expect([...settled].sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(log.filter((line) => line.includes('could not be settled'))).toHaveLength(3);
    expect(timer.delaysMs).toEqual([1_000]);
    state.failing.clear();
    settled.length = 0;
    await pass(1_000);
    expect([settled, timer.delaysMs]).toEqual([['a', 'b', 'c'], []]);
  });

  it('is not settled for ever where it stays due', async () => {
    const { job, settled, planned, timer } = create({ stuck: 0 });
    planned.delete = () => false;
    await job.start();
    expect([settled, timer.delaysMs]).toEqual([['stuck'], [1_000]]);
  });
});

describe('a database that is away', () => {
  it('is asked again each second until it is back', async () => {
    const { job, settled, timer, state, log, pass } = create({ missed: 0 });
    state.isDatabaseAway = true;
    await job.start();
    expect([settled, timer.delaysMs]).toEqual([[], [1_000]]);
    expect(log.join('')).toContain('Planned publications could not be read');
    await pass(1_000);
    state.isDatabaseAway = false;
    await pass(1_000);
    expect([settled, timer.delaysMs]).toEqual([['missed'], []]);
  });
});

describe('PublicationJob.stop', () => {
  it('ends the waiting, and starts nothing any more', async () => {
    const { job, settled, timer, commit, pass } = create({ later: 100 });
    await job.start();
    await job.stop();
    commit(['articles']);
    await pass(200);
    expect([settled, timer.delaysMs]).toEqual([[], []]);
  });

  it('waits for the article that is being settled, and leaves the rest', async () => {
    const { job, settled, planned, state } = create({ a: 0, b: 0 });
    const gate = createGate();
    state.released = gate.passed;
    void job.start();
    await waitUntil(() => settled.length > 0);
    const stopping = job.stop();
    gate.open();
    await stopping;
    expect([settled, [...planned.keys()]]).toEqual([['a'], ['b']]);
  });
});
