import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import fc from 'fast-check';
import { BodyBuffer } from '../../../src/http/body-buffer';
import { BodyReader, type ReadBody } from '../../../src/http/read-body';

const maxBytes = 256 * 1_024;

describe('BodyBuffer', () => {
  it('holds what it was given, whatever the pieces are', () => {
    const pieces = fc.array(fc.uint8Array({ minLength: 1, maxLength: 3_000 }));
    fc.assert(
      fc.property(pieces, (all) => {
        const buffer = new BodyBuffer(maxBytes);
        for (const piece of all) expect(buffer.append(Buffer.from(piece))).toBe(true);
        expect(buffer.take().equals(Buffer.concat(all))).toBe(true);
      }),
    );
  });

  it('holds at most twice the size of a body that comes byte by byte', () => {
    const buffer = new BodyBuffer(maxBytes);
    const byte = Buffer.from('x');
    let mostPerByte = 0;
    for (let count = 1; count <= maxBytes; count += 1) {
      buffer.append(byte);
      if (count > 1_024) mostPerByte = Math.max(mostPerByte, buffer.allocatedBytes / count);
    }
    expect(mostPerByte).toBeLessThanOrEqual(2);
    expect(buffer.allocatedBytes).toBe(maxBytes);
    expect(buffer.append(byte)).toBe(false);
    expect(buffer.allocatedBytes).toBe(0);
  });

  it('copies nothing of a body in one piece', () => {
    const buffer = new BodyBuffer(maxBytes);
    const piece = Buffer.from('whole');
    buffer.append(piece);
    expect(buffer.allocatedBytes).toBe(0);
    expect(buffer.take()).toBe(piece);
  });
});

describe('BodyReader', () => {
  let reader: BodyReader;
  beforeEach(() => {
    reader = new BodyReader({ maxBytes: 10_000, maxPendingBytes: 20_000, networkOf: () => 'one' });
  });

  const begin = (size: number) => {
    const request = new IncomingMessage(new Socket());
    const body: Promise<ReadBody> = reader.read(request);
    body.catch(() => undefined);
    request.push(Buffer.alloc(size / 2));
    request.push(Buffer.alloc(size / 2));
    return { request, body };
  };
  /** Until the pieces that were pushed have been read. */
  const settle = () => new Promise((resolve) => setImmediate(resolve));

  it('counts what unfinished bodies take, and gives it back when they end or are given up', async () => {
    const [one, two] = [begin(8_000), begin(8_000)];
    await settle();
    expect(reader.pendingByteCount).toBe(16_000);
    one.request.push(null);
    expect(await one.body).toMatchObject({ bytes: { length: 8_000 } });
    expect(reader.pendingByteCount).toBe(8_000);
    two.request.destroy(new Error('gone'));
    await expect(two.body).rejects.toThrow('gone');
    expect(reader.pendingByteCount).toBe(0);
  });

  it('refuses a network’s body where its others take as much as they may', async () => {
    const [one, two, three] = [begin(8_000), begin(8_000), begin(8_000)];
    await settle();
    expect(await three.body).toEqual({ tooManyAtOnce: true });
    expect(reader.pendingByteCount).toBe(16_000);
    for (const { request } of [one, two]) request.push(null);
    await Promise.all([one.body, two.body]);
    const again = begin(8_000);
    again.request.push(null);
    expect(await again.body).toMatchObject({ bytes: { length: 8_000 } });
  });

  it('refuses a body that is too large and holds nothing of it', async () => {
    const { body } = begin(12_000);
    expect(await body).toEqual({ tooLarge: true, maxBytes: expect.any(Number) as number });
    expect(reader.pendingByteCount).toBe(0);
  });
});
