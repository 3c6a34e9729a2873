import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { Logger } from '../../platform/log';
import type { Admitted } from '../admission';
import type { LiveSessions } from './live-sessions';
import type { Pace } from './pace';

/** What a stream is written with. */
export interface StreamParts {
  readonly pace: Pace;
  readonly admitted: Admitted;
  readonly sessions: LiveSessions;
  readonly logger: Logger;
}

type Events = AsyncGenerator<string, void, undefined>;

/** Takes a reply over and writes events to it until they end, or their right to be sent does. */
export function openEventStream(reply: FastifyReply, events: Events, parts: StreamParts): void {
  const { pace, sessions, logger } = parts;
  const { credential } = parts.admitted;
  const response = reply.raw;
  reply.hijack();
  response.writeHead(reply.statusCode, toRawHeaders(reply));
  const end = (last: string) => {
    response.end(last);
    pace.stop();
    void events.return();
  };
  const drop = (reason: string) => {
    end(writeRefusal(reason));
  };
  const stopWatching = sessions.watch({
    credential,
    drop,
    // No word of an end: clients come back, to another instance.
    drain: () => closeAfter(response, end),
  });
  response.once('close', () => {
    stopWatching();
    pace.stop();
    void events.return();
  });
  write(response, events, pace, () => {
    const isOver = sessions.isOver(credential);
    if (isOver) drop('The token is over');
    return isOver;
  }).catch((error: unknown) => {
    logger.debug({ err: error }, 'An event stream failed');
    response.destroy();
  });
}

async function write(
  response: ServerResponse,
  events: Events,
  pace: Pace,
  isOver: () => boolean,
): Promise<void> {
  for await (const event of events) {
    const isAnswer = event.startsWith('event: next');
    if (!response.writable || (isAnswer && isOver())) break;
    await new Promise<void>((resolve, reject) => {
      response.write(event, (error) => {
        if (error === null || error === undefined) resolve();
        else reject(error);
      });
    });
    if (isAnswer) pace.end();
  }
  if (response.writable) response.end();
}

function closeAfter(response: ServerResponse, end: (last: string) => void): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', () => {
      resolve();
    });
    end('');
    // Who does not read what is left is not waited for.
    setTimeout(() => response.destroy(), closeTimeoutMs).unref();
  });
}

/** Units: milliseconds. */
const closeTimeoutMs = 1_000;

/** Source: GraphQL over Server-Sent Events Protocol, distinct connections mode. */
function writeRefusal(message: string): string {
  const errors = [{ message, extensions: { code: 'UNAUTHENTICATED' } }];
  return `event: next\ndata: ${JSON.stringify({ errors })}\n\nevent: complete\ndata:\n\n`;
}

/** What the framework's hooks have set: the request's id, whose pages may read it, the limits. */
function toRawHeaders(reply: FastifyReply): Record<string, string | number | string[]> {
  const headers = Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined);
  return Object.fromEntries(headers) as Record<string, string | number | string[]>;
}
