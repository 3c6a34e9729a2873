import type { Transaction } from '../database';

/** What an event says: short facts, ids above all, for whoever wants more reads it. */
export type EventFacts = Readonly<Record<string, string>>;

/** A kind of thing that happens, with the facts that it carries. */
export interface EventType<Facts extends EventFacts> {
  /** Feature and what happened, in the past tense, such as `comment.published`. */
  readonly name: string;
  /** Publishes it with the transaction's commit: told once it is durable, never where it is undone. */
  publish(transaction: Pick<Transaction, 'announce'>, facts: Facts): void;
  /** The facts of an announcement of this type; null for any other. */
  read(announced: string): Facts | null;
}

const prefix = 'event:';

/** Whether an announcement is an event, which no answer is ever made of. */
export function isEvent(announced: string): boolean {
  return announced.startsWith(prefix);
}

/**
 * Declares an event.
 *
 * Events travel among what a transaction announces. So they share its fate and its order, and on
 * PostgreSQL they reach every process that listens there.
 */
export function defineEvent<Facts extends EventFacts>(name: string): EventType<Facts> {
  const head = `${prefix}${name} `;
  return {
    name,
    publish: (transaction, facts) => {
      transaction.announce([head + JSON.stringify(facts)]);
    },
    read: (announced) =>
      announced.startsWith(head) ? (readFacts(announced.slice(head.length)) as Facts | null) : null,
  };
}

/** Null for what is no object: an announcement may come from another version of the service. */
function readFacts(text: string): EventFacts | null {
  try {
    const facts: unknown = JSON.parse(text);
    return typeof facts === 'object' && facts !== null ? (facts as EventFacts) : null;
  } catch {
    return null;
  }
}
