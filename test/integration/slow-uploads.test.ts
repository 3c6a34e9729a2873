import { connect, type Socket } from 'node:net';
import { Role } from '../../src/platform/request';
import { drawPicture, listFilesBelow } from '../support/pictures';
import { startApp, type TestApp, type TestAppOptions } from '../support/start-app';
import { createToken } from '../support/tokens';
import { waitUntil } from '../support/wait-until';

let service: TestApp;
let token: string;

const start = async (parts: TestAppOptions['parts']) => {
  service = await startApp({ parts: { ...parts } });
  token = await createToken(service, Role.EDITOR);
};

afterEach(() => service.stop());

interface Sending {
  readonly socket: Socket;
  /** What was answered, once the service has closed the connection. */
  readonly answer: Promise<string>;
}

/** Begins a request, whose body is written by and by. */
const begin = (lines: readonly string[]): Sending => {
  const { port, hostname } = new URL(service.origin);
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => (text += chunk));
  socket.on('error', () => undefined);
  socket.write(`${[...lines, 'host: test', 'connection: close'].join('\r\n')}\r\n\r\n`);
  const answer = new Promise<string>((resolve) => {
    socket.once('close', () => {
      resolve(text);
    });
  });
  return { socket, answer };
};

const beginUpload = (bytes: Buffer, authorization = `Bearer ${token}`) =>
  begin([
    'POST /files HTTP/1.1',
    `authorization: ${authorization}`,
    `content-length: ${bytes.length}`,
    'accept-language: ar',
  ]);

const listIncoming = async () =>
  (await listFilesBelow(service.filesDir)).filter((path) => path.includes('incoming'));

/** Sends the first half of a picture, and waits until the service has some of it. */
const sendHalf = async (bytes: Buffer): Promise<Sending> => {
  const sending = beginUpload(bytes);
  sending.socket.write(bytes.subarray(0, bytes.length >> 1));
  await waitUntil(async () => (await listIncoming()).length === 1);
  return sending;
};

const drawBytes = () => drawPicture(300, 200).jpeg().toBuffer();

describe('a picture that takes long to arrive', () => {
  it('is taken as long as it goes on, while other requests are late', async () => {
    await start({ receiveTimeoutMs: 300, uploadBounds: { pauseMs: 60_000, totalMs: 60_000 } });
    const bytes = await drawBytes();
    const { socket, answer } = await sendHalf(bytes);
    for (const _ of [1, 2]) {
      const other = begin([
        ...['POST /graphql HTTP/1.1', 'content-type: application/json', 'content-length: 100'],
      ]);
      expect(await other.answer).toMatch(/^HTTP\/1\.1 408 /);
    }
    socket.write(bytes.subarray(bytes.length >> 1));
    expect(await answer).toMatch(/^HTTP\/1\.1 201 /);
  });

  it('is given up where nothing more arrives', async () => {
    await start({ uploadBounds: { pauseMs: 200, totalMs: 60_000 } });
    const { answer } = await sendHalf(await drawBytes());
    const text = await answer;
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    expect(text).toContain('"code":"RECEIVE_TIMEOUT"');
    expect(text).toContain('لم يصل شيء من الصورة خلال 0.2 ثانية');
    expect(await listFilesBelow(service.filesDir)).toEqual([]);
  });

  it('is given up where it takes too long altogether', async () => {
    await start({ uploadBounds: { pauseMs: 60_000, totalMs: 300 } });
    const { answer } = await sendHalf(await drawBytes());
    const text = await answer;
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    expect(text).toContain('لم تصل الصورة كاملة خلال 0.3 ثانية');
    expect(await listFilesBelow(service.filesDir)).toEqual([]);
  });

  it('has no more time than any request where somebody sends it who may not', async () => {
    await start({ receiveTimeoutMs: 300, uploadBounds: { pauseMs: 60_000, totalMs: 60_000 } });
    const { answer } = beginUpload(Buffer.alloc(1_000_000), 'Bearer nobody');
    expect(await answer).toMatch(/^HTTP\/1\.1 401 /);
  });

  it('that is refused in the middle does not hold its connection', async () => {
    await start({ uploadBounds: { pauseMs: 200, totalMs: 60_000 } });
    const { socket, answer } = begin([
      'POST /files HTTP/1.1',
      `authorization: Bearer ${token}`,
      'transfer-encoding: chunked',
    ]);
    const piece = Buffer.alloc(1_024 * 1_024, 7);
    for (let count = 0; count < 26; count += 1) {
      socket.write(`${piece.length.toString(16)}\r\n`);
      socket.write(piece);
      socket.write('\r\n');
    }
    expect(await answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('is no fault of the service where the client goes away', async () => {
    await start({});
    const { socket } = await sendHalf(await drawBytes());
    socket.destroy();
    await waitUntil(async () => (await listIncoming()).length === 0);
    expect(service.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  });
});
