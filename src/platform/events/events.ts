import type { Database } from '../database';
import { type EventFacts, type EventType, isEvent } from './event-type';

/** Called with the events of one type that one commit emitted, in order. */
export type EventListener<Facts extends EventFacts> = (happened: readonly Facts[]) => void;

/**
 * Calls subscribers with events once they are committed.
 *
 * Events of another process on the same SQLite file are lost: SQLite says that something changed and
 * not what. The same holds for a commit with more tags than one notice of PostgreSQL can carry.
 */
export class Events {
  private readonly subscribers: ((events: readonly string[]) => void)[] = [];

  constructor(database: Pick<Database, 'onCommit'>) {
    database.onCommit((tags) => {
      const events = tags?.filter(isEvent) ?? [];
      if (events.length === 0) return;
      for (const emit of this.subscribers) emit(events);
    });
  }

  /** Subscribes to one type. A listener must return at once: the commit's caller waits for it. */
  subscribe<Facts extends EventFacts>(
    type: EventType<Facts>,
    listener: EventListener<Facts>,
  ): void {
    this.subscribers.push((events) => {
      const happened = events.map((event) => type.read(event)).filter((facts) => facts !== null);
      if (happened.length > 0) listener(happened);
    });
  }
}
