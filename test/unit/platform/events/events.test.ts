import type { CommitListener } from '../../../../src/platform/database';
import { defineEvent, Events, isEvent } from '../../../../src/platform/events';

const happened = defineEvent<{ readonly id: string }>('thing.happened');
const other = defineEvent<{ readonly id: string }>('thing.happened.twice');

const start = () => {
  let commit: CommitListener = () => undefined;
  const events = new Events({
    onCommit: (listener) => {
      commit = listener;
    },
  });
  const heard: string[][] = [];
  events.on(happened, (all) => heard.push(all.map(({ id }) => id)));
  return {
    heard,
    tell: (tags: readonly string[] | null) => {
      commit(tags);
    },
  };
};

const announced = (publish: (transaction: { announce(tags: Iterable<string>): void }) => void) => {
  const tags: string[] = [];
  publish({
    announce: (more) => {
      tags.push(...more);
    },
  });
  return tags;
};

describe('an event', () => {
  it('is heard with the commit that carries it, together with its like and in order', () => {
    const { heard, tell } = start();
    const tags = announced((transaction) => {
      for (const id of ['a', 'ب "ج"']) happened.publish(transaction, { id });
    });
    tell(['comment:1', ...tags, 'comments:2']);
    expect(heard).toEqual([['a', 'ب "ج"']]);
  });

  it('is not heard where another happened, or nothing is known of what did', () => {
    const { heard, tell } = start();
    tell(
      announced((transaction) => {
        other.publish(transaction, { id: 'a' });
      }),
    );
    tell(['comment:1']);
    tell(null);
    expect(heard).toEqual([]);
  });

  it('is told from what answers are made of', () => {
    const tags = announced((transaction) => {
      happened.publish(transaction, { id: 'a' });
    });
    expect(tags.map(isEvent)).toEqual([true]);
    expect(isEvent('comment:1')).toBe(false);
  });
});
