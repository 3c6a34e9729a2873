import type { Transaction } from '../database';

/** What an event says: short facts, ids above all, for whoever wants more reads it. */
export type EventFacts = Readonly<Record<string, string>>;

/** A kind of thing that happens, with the facts that it carries. */
export interface EventType<Facts extends EventFacts> {
  /** Feature and what happened, in the past tense, such as `comment.published`. */
  readonly name: string;
  /** Emits the event when the transaction has committed; never where it is rolled back. */
  publish(transaction: Pick<Transaction, 'emit'>, facts: Facts): void;
  /** The facts of an emitted event of this type; null for any other. */
  read(event: string): Facts | null;
}

const prefix = 'event:';

/** Whether a text of a commit is an event and not a cache tag. */
export function isEvent(tag: string): boolean {
  return tag.startsWith(prefix);
}

/**
 * Declares an event.
 *
 * Events are sent with the tags that a transaction invalidates, in the order emitted; on PostgreSQL
 * they reach every instance.
 */
export function defineEvent<Facts extends EventFacts>(name: string): EventType<Facts> {
  const head = `${prefix}${name} `;
  return {
    name,
    publish: (transaction, facts) => {
      transaction.emit(head + JSON.stringify(facts));
    },
    read: (event) =>
      event.startsWith(head) ? (readFacts(event.slice(head.length)) as Facts | null) : null,
  };
}

/** Null for what is no object: the event may come from another version of the service. */
function readFacts(text: string): EventFacts | null {
  try {
    const facts: unknown = JSON.parse(text);
    return typeof facts === 'object' && facts !== null ? (facts as EventFacts) : null;
  } catch {
    return null;
  }
}
