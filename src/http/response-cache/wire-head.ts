import {
  type ServerResponse,
  STATUS_CODES,
  validateHeaderName,
  validateHeaderValue,
} from 'node:http';

/** A header's name and value. */
export type Header = readonly [name: string, value: string];

const lineEnd = '\r\n';

/**
 * Headers as they go over the wire, a line each.
 * Errors: TypeError of Node's own where a name or a value may not stand in a header.
 */
export function writeHeaderLines(headers: readonly Header[]): string {
  for (const [name, value] of headers) {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  }
  return flatten(headers.map(([name, value]) => `${name}: ${value}${lineEnd}`).join(''));
}

/**
 * The same text in one piece, a byte for each character.
 *
 * Text cut from Arabic is kept with two bytes each, whatever is in it, and one such piece makes
 * Node copy a whole head twice as wide at each sending.
 */
function flatten(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}

/** A status and its headers, as a head begins. */
export function writeHead(status: number, headers: readonly Header[]): string {
  const line = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}${lineEnd}`;
  return flatten(line + writeHeaderLines(headers));
}

/** Writes what ends the head of every answer on a connection that stays open. */
export class HeadEnds {
  private second = Number.NaN;
  private end = '';
  private readonly connection: string;

  /** Units: milliseconds for which Node keeps an idle connection open. */
  constructor(keepAliveMs: number) {
    this.connection = writeHeaderLines([
      ['connection', 'keep-alive'],
      ['keep-alive', `timeout=${Math.floor(keepAliveMs / 1_000)}`],
    ]);
  }

  /** Source: RFC 9110, 5.6.7 (the date). Cost: composed once a second. */
  at(nowMs: number): string {
    const second = Math.floor(nowMs / 1_000);
    if (second !== this.second) {
      this.second = second;
      const date = writeHeaderLines([['date', new Date(nowMs).toUTCString()]]);
      this.end = `${date}${this.connection}${lineEnd}`;
    }
    return this.end;
  }
}

/** How Node holds a response's head once it is composed; null before. */
interface Composed {
  _header: string | null;
}

/**
 * Sets a response's head: status line, header lines, and an end for a connection that stays open.
 *
 * `writeHead` checks and copies each header at each sending, which costs more than all else that
 * this service does for a kept answer. Here the lines are handed over as Node keeps them itself.
 * Where the connection is to be closed, or Node keeps its head elsewhere, `writeHead` does it.
 */
export function setHead(
  response: ServerResponse,
  status: number,
  lines: string,
  end: string,
): void {
  if (response.shouldKeepAlive && '_header' in response) {
    response.statusCode = status;
    (response as Composed)._header = lines + end;
  } else {
    response.writeHead(status, readHeaderLines(lines));
  }
}

function readHeaderLines(lines: string): string[] {
  const [, ...headers] = lines.split(lineEnd);
  return headers
    .filter((line) => line !== '')
    .flatMap((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 2)];
    });
}
