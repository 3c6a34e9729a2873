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
  const received: string[][] = [];
  events.subscribe(happened, (all) => received.push(all.map(({ id }) => id)));
  return {
    received,
    emit: (tags: readonly string[] | null) => {
      commit(tags);
    },
  };
};

const emitted = (publish: (transaction: { emit(event: string): void }) => void) => {
  const tags: string[] = [];
  publish({
    emit: (event) => {
      tags.push(event);
    },
  });
  return tags;
};

describe('an event', () => {
  it('is received with the commit that carries it, together with its like and in order', () => {
    const { received, emit } = start();
    const tags = emitted((transaction) => {
      for (const id of ['a', 'ب "ج"']) happened.publish(transaction, { id });
    });
    emit(['comment:1', ...tags, 'comments:2']);
    expect(received).toEqual([['a', 'ب "ج"']]);
  });

  it('is not received where another happened, or nothing is known of what did', () => {
    const { received, emit } = start();
    emit(
      emitted((transaction) => {
        other.publish(transaction, { id: 'a' });
      }),
    );
    emit(['comment:1']);
    emit(null);
    expect(received).toEqual([]);
  });

  it('is told from what answers are made of', () => {
    const tags = emitted((transaction) => {
      happened.publish(transaction, { id: 'a' });
    });
    expect(tags.map(isEvent)).toEqual([true]);
    expect(isEvent('comment:1')).toBe(false);
  });
});
