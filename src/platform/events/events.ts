import type { Database } from '../database';
import { type EventFacts, type EventType, isEvent } from './event-type';

/** Hears events of one type: all that one commit carried, in order. */
export type EventListener<Facts extends EventFacts> = (happened: readonly Facts[]) => void;

/**
 * Tells of events once they are committed.
 *
 * What another process on the same SQLite file commits is not heard of: SQLite says that something
 * changed and not what. The same holds where a commit announces more than PostgreSQL takes at once.
 */
export class Events {
  private readonly hearers: ((announced: readonly string[]) => void)[] = [];

  constructor(database: Pick<Database, 'onCommit'>) {
    database.onCommit((tags) => {
      const announced = tags?.filter(isEvent) ?? [];
      if (announced.length === 0) return;
      for (const hear of this.hearers) hear(announced);
    });
  }

  /** Listens to one type. A listener only notes what it heard: whoever committed waits for it. */
  on<Facts extends EventFacts>(type: EventType<Facts>, listener: EventListener<Facts>): void {
    this.hearers.push((announced) => {
      const happened = announced.map((tag) => type.read(tag)).filter((facts) => facts !== null);
      if (happened.length > 0) listener(happened);
    });
  }
}
