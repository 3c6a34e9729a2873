import fc from 'fast-check';
import { type DecodedLine, decodeUtf8, MalformedUtf8, splitLines } from '../../../../src/lib/utf8';

const wellFormed = fc.string({ unit: 'binary' }).filter((text) => !text.startsWith('\ufeff'));

const faultOf = (bytes: Uint8Array): MalformedUtf8 => {
  try {
    decodeUtf8(bytes);
  } catch (error) {
    if (error instanceof MalformedUtf8) return error;
  }
  throw new Error('Nothing was refused');
};

describe('decodeUtf8', () => {
  it('gives back every well-formed text', () => {
    fc.assert(
      fc.property(wellFormed, (text) => {
        expect(decodeUtf8(Buffer.from(text))).toBe(text);
        expect(decodeUtf8(Buffer.from(`\ufeff${text}`))).toBe(text);
      }),
    );
  });

  it('agrees with a fatal TextDecoder on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        let decoded: string | null = null;
        try {
          decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        } catch {
          expect(() => decodeUtf8(bytes)).toThrow(MalformedUtf8);
          return;
        }
        expect(decodeUtf8(bytes)).toBe(decoded);
      }),
    );
  });

  it('names the first byte that is wrong, and its line', () => {
    const bad = fc.constantFrom(
      ...[
        [0xe9, 0x20],
        [0xff],
        [0x80],
        [0xc0, 0xaf],
        [0xed, 0xa0, 0x80],
        [0xf5],
        [0xef, 0xbf, 0x41],
      ],
      ...[[0xd9], [0xe0, 0xa0], [0xf0, 0x90, 0x80]],
    );
    fc.assert(
      fc.property(wellFormed, bad, (text, bytes) => {
        const head = Buffer.from(`مقال${text}`);
        const fault = faultOf(Buffer.concat([head, Buffer.from(bytes)]));
        expect(fault.byteOffset).toBe(head.length);
        expect(fault.line).toBe(text.split('\n').length);
      }),
    );
  });

  it.each([
    ['UTF-16', [0xff, 0xfe, 0x41, 0x00]],
    ['UTF-16', [0xfe, 0xff, 0x00, 0x41]],
    ['UTF-32', [0xff, 0xfe, 0x00, 0x00]],
    ['UTF-32', [0x00, 0x00, 0xfe, 0xff]],
  ])('names %s by its byte-order mark', (encoding, bytes) => {
    expect(faultOf(Uint8Array.from(bytes))).toMatchObject({
      encoding,
      message: `it is ${encoding}, but must be UTF-8`,
    });
  });
});

describe('splitLines', () => {
  const split = async (chunks: Uint8Array[], maxLineBytes = 1_000): Promise<DecodedLine[]> => {
    const lines: DecodedLine[] = [];
    for await (const line of splitLines(chunks, { maxLineBytes })) lines.push(line);
    return lines;
  };

  it('splits at LF, CR LF and CR wherever chunks end', async () => {
    const line = fc
      .string({ unit: 'binary', maxLength: 8 })
      .map((text) => text.replaceAll(/[\r\n\ufeff]/g, ''));
    const ended = fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r'));
    await fc.assert(
      fc.asyncProperty(fc.array(ended), fc.integer({ min: 1, max: 7 }), async (lines, size) => {
        // An empty line behind CR would make one line end of two.
        const kept = lines.filter(
          ([text, end], index) => text !== '' || end !== '\n' || lines[index - 1]?.[1] !== '\r',
        );
        const bytes = Buffer.from(kept.map((parts) => parts.join('')).join(''));
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
          bytes.subarray(index * size, (index + 1) * size),
        );
        fc.pre(!kept.some(([text], index) => text === '' && kept[index - 1]?.[1] === '\r'));
        expect(await split(chunks)).toEqual(kept.map(([text]) => text));
      }),
    );
  });

  it('keeps the line separators of Unicode inside a line', async () => {
    expect(await split([Buffer.from('{"a":"one\u2028two\u0085"}\n')])).toEqual([
      '{"a":"one\u2028two\u0085"}',
    ]);
  });

  it('reports one line that is not UTF-8 and reads the others', async () => {
    const bytes = Buffer.concat([
      Buffer.from('\ufeffone\nd'),
      Buffer.from([0xe9]),
      Buffer.from('\nتين'),
    ]);
    expect(await split([bytes])).toEqual([
      'one',
      { fault: 'it is not UTF-8: byte 1 (0xE9) begins no valid character' },
      'تين',
    ]);
  });

  it('holds no line that is longer than its bound', async () => {
    const chunks = [
      ...Array.from({ length: 100 }, () => Buffer.alloc(10, 'a')),
      Buffer.from('\nb'),
    ];
    expect(await split(chunks, 20)).toEqual([{ fault: 'it is longer than 20 bytes' }, 'b']);
  });

  it('refuses a text that begins with the mark of another encoding', async () => {
    await expect(split([Buffer.from('\ufeffone\n', 'utf16le')])).rejects.toThrow(
      'it is UTF-16, but must be UTF-8',
    );
  });
});
