import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { maxFileBytes } from '../../src/features/media';
import { Role } from '../../src/platform/request';
import { codesOf } from '../support/ask';
import {
  drawPicture,
  listFilesBelow,
  sendFile,
  type SentFile,
  takeFile,
} from '../support/pictures';
import { startApp, type TestApp } from '../support/start-app';
import { createToken } from '../support/tokens';
import { waitUntil } from '../support/wait-until';

let service: TestApp;
let editor: string;

beforeAll(async () => {
  service = await startApp();
  editor = await createToken(service, Role.EDITOR);
});

afterAll(() => service.stop());

const formats = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const;

const listIncoming = async () =>
  (await listFilesBelow(service.filesDir)).filter((path) => path.includes('incoming'));

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('POST /files', () => {
  it('takes a picture in and tells what it is', async () => {
    const bytes = await drawPicture(640, 480).jpeg().toBuffer();
    const answer = await sendFile(service, editor, bytes, { 'content-type': 'image/jpeg' });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const file = JSON.parse(answer.text) as SentFile;
    expect(file).toEqual({
      id: expect.stringMatching(/^file_[0-9a-z]{26}$/) as string,
      sha256: sha256(bytes),
      mediaType: 'image/jpeg',
      byteLength: bytes.length,
      width: 640,
      height: 480,
      placeholder: expect.stringMatching(/^data:image\/webp;base64,/) as string,
      metadata: expect.objectContaining({ hadLocation: false, caption: null }) as object,
      createdAt: service.clock.now().toISOString(),
    });
    expect(file.placeholder.length).toBeLessThan(1_500);
    expect(await listIncoming()).toEqual([]);
  });

  it.each(formats)('takes %s, whatever it is announced as that leaves it open', async (format) => {
    const bytes = await drawPicture(90, 60).toFormat(format).toBuffer();
    const file = await takeFile(service, bytes);
    expect(file).toMatchObject({ mediaType: `image/${format}`, width: 90, height: 60 });
  });

  it('states width and height as the picture is shown, turned upright', async () => {
    const bytes = await drawPicture(90, 60).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect(await takeFile(service, bytes)).toMatchObject({ width: 60, height: 90 });
  });

  it('holds the same picture once: the second time it answers 200 with the first one', async () => {
    const bytes = await drawPicture().png().toBuffer();
    const first = await sendFile(service, editor, bytes);
    const second = await sendFile(service, editor, bytes);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.text).toBe(first.text);
  });

  it('holds a picture once that eight clients send at the same moment', async () => {
    const bytes = await drawPicture().png().toBuffer();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => sendFile(service, editor, bytes)),
    );
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(await listIncoming()).toEqual([]);
  });

  it('takes no name from the sender, whatever it holds', async () => {
    const bytes = await drawPicture().png().toBuffer();
    const before = await listFilesBelow(service.filesDir);
    const answer = await sendFile(service, editor, bytes, {
      'content-disposition': `attachment; filename="../../b.png"; filename*=UTF-8''..%2F%E2%80%AEgnp.b`,
    });
    const { sha256: hash } = JSON.parse(answer.text) as SentFile;
    const added = (await listFilesBelow(service.filesDir)).filter((one) => !before.includes(one));
    expect(added).toEqual([join(service.filesDir, 'originals', hash.slice(0, 2), hash)]);
    expect(answer.text).not.toMatch(/\.png|gnp|\u202e/);
  });

  it('keeps the very bytes, by their hash', async () => {
    const bytes = await drawPicture().webp().toBuffer();
    const file = await takeFile(service, bytes);
    const paths = await listFilesBelow(service.filesDir);
    const path = paths.find((one) => one.endsWith(file.sha256)) ?? '';
    expect(sha256(await readFile(path))).toBe(file.sha256);
  });
});

describe('who may send a picture', () => {
  it('is an EDITOR', async () => {
    const bytes = await drawPicture().png().toBuffer();
    const nobody = await sendFile(service, null, bytes);
    const moderator = await sendFile(service, await createToken(service, Role.MODERATOR), bytes);
    expect([nobody.status, ...codesOf(nobody)]).toEqual([401, 'UNAUTHENTICATED']);
    expect([moderator.status, ...codesOf(moderator)]).toEqual([403, 'FORBIDDEN']);
  });
});

describe('a file that is refused', () => {
  const refused = async (bytes: Buffer, headers: Record<string, string> = {}) => {
    const before = await listFilesBelow(service.filesDir);
    const answer = await sendFile(service, editor, bytes, headers);
    expect(await listFilesBelow(service.filesDir)).toEqual(before);
    const [error] = answer.errors;
    return { status: answer.status, code: error?.extensions?.['code'], message: error?.message };
  };
  const unsupported = { status: 415, code: 'UNSUPPORTED_TYPE' };

  it('is an SVG drawing, with what to send instead', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    expect(await refused(svg, { 'content-type': 'image/svg+xml' })).toEqual({
      ...unsupported,
      message: 'This is an SVG drawing, which may hold scripts. Export it as PNG and send that.',
    });
  });

  it('is a HEIC picture, told in the language of the caller', async () => {
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
    const answer = await refused(heic, { 'accept-language': 'ar-EG' });
    expect(answer).toMatchObject(unsupported);
    expect(answer.message).toBe(
      'هذه صورة HEIC، ولا تعرضها معظم المتصفحات. احفظها بصيغة JPEG ثم أرسلها.',
    );
  });

  it('is a PNG that calls itself a JPEG', async () => {
    const bytes = await drawPicture().png().toBuffer();
    expect(await refused(bytes, { 'content-type': 'image/jpeg' })).toEqual({
      ...unsupported,
      message:
        'The file was announced as image/jpeg, but its bytes are image/png. Send it with Content-Type: image/png.',
    });
  });

  it('is no picture at all, or nothing', async () => {
    expect(await refused(Buffer.from('بلا صورة'))).toMatchObject(unsupported);
    expect(await refused(Buffer.alloc(0))).toMatchObject(unsupported);
    expect(await refused(Buffer.from('%PDF-1.7'))).toMatchObject(unsupported);
  });

  it.each(formats)('is a %s that is cut off', async (format) => {
    const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
    const bytes = await drawPicture(8, 8)
      .resize(300, 200)
      .composite([
        { input: { create: { width: 300, height: 200, channels: 3, background: '#888', noise } } },
      ])
      .toFormat(format)
      .toBuffer();
    expect(await refused(bytes.subarray(0, bytes.length >> 1))).toMatchObject(unsupported);
  });

  it.each(formats)('is the head of a %s with other bytes behind it', async (format) => {
    const bytes = await drawPicture(300, 200).toFormat(format).toBuffer();
    const broken = Buffer.concat([bytes.subarray(0, 24), Buffer.alloc(2_000, 7)]);
    expect(await refused(broken)).toMatchObject(unsupported);
  });

  it('is a picture of 65535 × 65535 pixels, before any is decoded, or the most of its format', async () => {
    const tooLarge = { status: 413, code: 'TOO_LARGE' };
    const png = writePng(65_535, 65_535, Buffer.alloc(100));
    const jpeg = await drawPicture(30, 20).jpeg().toBuffer();
    // Height and width stand behind the length and the precision of the frame's head; 65500 each.
    const size = jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 5;
    jpeg.fill(Buffer.from([0xff, 0xdc]), size, size + 4);
    const gif = await drawPicture(30, 20).gif().toBuffer();
    const frame = gif.indexOf(Buffer.from([0x2c, 0, 0, 0, 0, 30, 0, 20, 0]));
    for (const place of [6, frame + 5]) gif.fill(0xff, place, place + 4);
    for (const bytes of [png, jpeg, gif]) expect(await refused(bytes)).toMatchObject(tooLarge);
  });

  it('is a bomb: pixels by the hundred million in a few kilobytes', async () => {
    const bomb = writePng(15_000, 8_000, Buffer.alloc(15_001 * 8_000));
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refused(bomb)).toMatchObject({ status: 413, code: 'TOO_LARGE' });
  });

  it('has more than 25 MiB, announced or not', async () => {
    const announced = await refused(Buffer.alloc(maxFileBytes + 1));
    const chunks = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        controller.enqueue(new Uint8Array(1_024 * 1_024));
      },
    });
    const endless = fetch(`${service.origin}/files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${editor}` },
      body: chunks,
      duplex: 'half',
    } as RequestInit);
    expect(announced).toMatchObject({ status: 413, code: 'TOO_LARGE' });
    expect((await endless).status).toBe(413);
    expect(await listIncoming()).toEqual([]);
  });

  it('comes compressed', async () => {
    const bytes = await drawPicture().png().toBuffer();
    expect(await refused(bytes, { 'content-encoding': 'gzip' })).toMatchObject({
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
    });
  });
});

describe('a client that stops sending', () => {
  it('leaves nothing behind', async () => {
    const before = await listFilesBelow(service.filesDir);
    const { hostname, port } = new URL(service.origin);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    const head = [
      'POST /files HTTP/1.1',
      'host: test',
      `authorization: Bearer ${editor}`,
      'content-length: 1000000',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${'x'.repeat(50_000)}`);
    await waitUntil(async () => (await listIncoming()).length === 1);
    socket.destroy();
    await waitUntil(async () => (await listIncoming()).length === 0);
    expect(await listFilesBelow(service.filesDir)).toEqual(before);
  });
});

/** A grey PNG, as large as it says, of pixels that are all black. */
function writePng(width: number, height: number, pixels: Buffer): Buffer {
  const head = Buffer.from('\0\0\0\0\0\0\0\0\x08\0\0\0\0', 'latin1');
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    writeChunk('IHDR', head),
    writeChunk('IDAT', deflateSync(pixels)),
    writeChunk('IEND', Buffer.alloc(0)),
  ]);
}

function writeChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}
