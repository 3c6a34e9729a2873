import { BodyUnreadable } from '../http.errors';
import { readParameters, type SentSubscription } from './read-subscription';

/** A message of a WebSocket, ready for the protocol's library. */
export interface ReadMessage {
  /** What the library reads in place of the message. */
  readonly text: string;
  /** The parameters of a subscribe message, or what is wrong with them; null for other messages. */
  readonly sent: SentSubscription | BodyUnreadable | null;
}

interface SubscribeMessage {
  readonly id?: unknown;
  readonly type: 'subscribe';
  readonly payload: unknown;
}

/**
 * Takes the parameters out of a subscribe message.
 *
 * The library requires a query, which a `documentId` replaces here, and keeps the whole message as
 * long as the subscription, undeclared variables included. So it gets the message without them. It
 * gets a malformed message as it came, and closes the socket with the protocol's own code.
 * Source: GraphQL over WebSocket Protocol (graphql-transport-ws).
 */
export function readMessage(text: string): ReadMessage {
  const message = parseSubscribe(text);
  if (message === null) return { text, sent: null };
  try {
    const sent = readParameters(message.payload);
    const { query, documentId, documentHash } = sent;
    const isNamed = query !== undefined || documentId !== undefined || documentHash !== undefined;
    return isNamed ? { text: withoutParameters(message), sent } : { text, sent };
  } catch (error) {
    if (error instanceof BodyUnreadable) return { text, sent: error };
    throw error;
  }
}

function parseSubscribe(text: string): SubscribeMessage | null {
  try {
    const message = JSON.parse(text) as Partial<SubscribeMessage> | null;
    return message?.type === 'subscribe' ? (message as SubscribeMessage) : null;
  } catch {
    return null;
  }
}

function withoutParameters({ id, type }: SubscribeMessage): string {
  return JSON.stringify({ id, type, payload: { query: '' } });
}
