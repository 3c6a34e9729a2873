import fc from 'fast-check';
import sharp from 'sharp';
import { insertXmpIntoGif } from '../../../../../src/features/media/metadata';
import { readXmpFromGif } from '../../../../../src/features/media/metadata/gif-xmp';

/** Two frames, the second with colours of its own. */
const drawGif = async (): Promise<Buffer> => {
  const draw = (background: string) =>
    sharp({ create: { width: 30, height: 20, channels: 3, background } })
      .png()
      .toBuffer();
  return sharp([await draw('#f00'), await draw('#0a4')], { join: { animated: true } })
    .gif({ reuse: false })
    .toBuffer();
};

describe('XMP of a GIF', () => {
  it('is read as it was put in, whatever it says', async () => {
    const gif = await drawGif();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2_000 }), (text) => {
        const packet = `<${text.replaceAll('\0', '')}>`;
        expect(readXmpFromGif(insertXmpIntoGif(gif, packet))?.toString()).toBe(packet);
      }),
    );
  });

  it('leaves the pixels of every frame as they are', async () => {
    const gif = await drawGif();
    const marked = insertXmpIntoGif(gif, '<x:xmpmeta/>');
    const pixelsOf = (bytes: Buffer) => sharp(bytes, { animated: true }).raw().toBuffer();
    expect(await pixelsOf(marked)).toEqual(await pixelsOf(gif));
    expect((await sharp(marked).metadata()).pages).toBe(2);
  });

  it('is found behind the frames too', async () => {
    const gif = await drawGif();
    const marked = insertXmpIntoGif(gif, '<x/>');
    const added = marked.length - gif.length;
    const at = marked.indexOf('XMP DataXMP') - 3;
    const end = Buffer.from([0x3b]);
    const moved = Buffer.concat([gif.subarray(0, -1), marked.subarray(at, at + added), end]);
    expect(readXmpFromGif(moved)?.toString()).toBe('<x/>');
  });

  it('is none where there is none, or where the file is cut off or made up', async () => {
    const gif = await drawGif();
    expect(readXmpFromGif(gif)).toBeNull();
    const marked = insertXmpIntoGif(gif, '<x/>');
    const at = marked.indexOf('XMP DataXMP');
    for (const length of [0, 6, 13, at, at + 12, at + 100]) {
      expect(readXmpFromGif(marked.subarray(0, length))).toBeNull();
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        const made = Buffer.concat([gif.subarray(0, 13), bytes]);
        expect(readXmpFromGif(made)).toBeNull();
      }),
    );
  });
});
