import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { RequestTimeout } from '../../platform/errors';
import type { Language } from '../../platform/request';
import { ReceiveTimeout } from '../http.errors';

/** How long a picture may take to arrive. */
export interface UploadBounds {
  /** How long no byte may arrive. Units: milliseconds. */
  readonly pauseMs: number;
  /** Units: milliseconds. */
  readonly totalMs: number;
}

/** The largest picture arrives in it over a line of 30 kB a second. Units: milliseconds. */
export const maxUploadMs = 15 * 60_000;

type Texts = Readonly<Record<Language, (seconds: number) => string>>;

const paused: Texts = {
  ar: (seconds) => `لم يصل شيء من الصورة خلال ${seconds} ثانية. أرسلها من جديد.`,
  en: (seconds) => `Nothing of the picture arrived for ${seconds} s. Send it again.`,
};

const late: Texts = {
  ar: (seconds) => `لم تصل الصورة كاملة خلال ${seconds} ثانية. أرسلها أصغر، أو عبر خط أسرع.`,
  en: (seconds) =>
    `The picture did not arrive whole within ${seconds} s. Send it smaller, or over a faster line.`,
};

/**
 * Reads the pictures that editors send. They may take longer to arrive than other requests, as long
 * as they go on.
 */
export class Uploads {
  private readonly sockets = new WeakSet<Socket>();

  constructor(private readonly bounds: UploadBounds) {}

  /** Whether a picture arrives on a connection: the server's time for requests is not its. */
  isUploading(socket: Socket): boolean {
    return this.sockets.has(socket);
  }

  /**
   * A request's body, which may be left off in the middle: the rest is then read and dropped, so
   * that the client reads the answer.
   * Errors: ReceiveTimeout; RequestTimeout where the client goes away.
   */
  read(request: IncomingMessage, language: Language): AsyncIterable<Buffer> {
    const { pauseMs, totalMs } = this.bounds;
    const { socket } = request;
    const body = new PassThrough();
    const failAfter = (ms: number, texts: Texts) =>
      setTimeout(() => body.destroy(new ReceiveTimeout(texts[language](ms / 1_000))), ms);
    const pause = failAfter(pauseMs, paused);
    const total = failAfter(totalMs, late);
    this.sockets.add(socket);
    request.on('data', () => pause.refresh());
    body.once('close', () => {
      clearTimeout(pause);
      clearTimeout(total);
      this.sockets.delete(socket);
      request.unpipe(body);
      request.resume();
      if (!request.complete && !request.destroyed) endLater(request, pauseMs);
    });
    const fail = () => {
      if (!request.complete) body.destroy(new RequestTimeout('The client went away'));
    };
    request.once('error', fail).once('close', fail);
    return request.pipe(body);
  }
}

/** The server may have looked at the connection while it had its time, and looks but once. */
function endLater(request: IncomingMessage, ms: number): void {
  const { socket } = request;
  const timer = setTimeout(() => socket.destroy(), ms).unref();
  const clear = () => {
    clearTimeout(timer);
  };
  // A request whose answer was sent may see no `close`; its connection may go on with another.
  request.once('end', clear).once('close', clear);
  socket.once('close', clear);
}
