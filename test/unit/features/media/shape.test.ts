import fc from 'fast-check';
import { ImageCrop, ImageFormat } from '../../../../src/features/media';
import {
  chooseRendition,
  readName,
  RenditionUrls,
  settleName,
  writeName,
} from '../../../../src/features/media/renditions/rendition-url';
import {
  chooseWidth,
  heightOf,
  listWidths,
  placeCrop,
  widthLadder,
} from '../../../../src/features/media/renditions/shape';

const side = fc.integer({ min: 1, max: 16_383 });
const size = fc.record({ width: side, height: side });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const crop = fc.constantFrom(...Object.values(ImageCrop));
const format = fc.constantFrom(...Object.values(ImageFormat));

const file = {
  id: 'file_01j03cqd00fgqbrcr42gqh0k5v',
  version: 3,
  mediaType: 'image/png',
  width: 2_000,
  height: 1_000,
} as const;
const urls = new RenditionUrls('https://cdn.example/');

describe('the widths of a picture', () => {
  it('are those of the ladder below its own, and its own', () => {
    expect(listWidths({ width: 1_000, height: 10 }, ImageCrop.NONE)).toEqual([
      160, 320, 480, 800, 1_000,
    ]);
    expect(listWidths({ width: 9_000, height: 10 }, ImageCrop.NONE)).toEqual([...widthLadder]);
    expect(listWidths({ width: 90, height: 10 }, ImageCrop.NONE)).toEqual([90]);
    expect(listWidths({ width: 1_000, height: 300 }, ImageCrop.SQUARE)).toEqual([160, 300]);
  });

  it('never exceed the picture, and answer a wish with enough where there is enough', () => {
    fc.assert(
      fc.property(size, crop, fc.integer({ min: -10, max: 20_000 }), (picture, shape, wished) => {
        const width = chooseWidth(picture, shape, wished);
        expect(width).toBeLessThanOrEqual(picture.width);
        const widest = chooseWidth(picture, shape, null);
        expect(width).toBeGreaterThanOrEqual(Math.min(wished, widest));
        expect(heightOf(picture, shape, width)).toBeLessThanOrEqual(picture.height);
      }),
    );
  });
});

describe('a crop', () => {
  it('lies in the picture, around the focal point as far as there is room', () => {
    fc.assert(
      fc.property(size, share, share, crop, (picture, focalX, focalY, shape) => {
        const part = placeCrop({ ...picture, focalX, focalY }, shape);
        expect(part.left).toBeGreaterThanOrEqual(0);
        expect(part.top).toBeGreaterThanOrEqual(0);
        expect(part.left + part.width).toBeLessThanOrEqual(picture.width);
        expect(part.top + part.height).toBeLessThanOrEqual(picture.height);
        // The focal point itself is never cut off.
        expect(focalX * picture.width).toBeGreaterThanOrEqual(part.left - 1);
        expect(focalX * picture.width).toBeLessThanOrEqual(part.left + part.width + 1);
        expect(focalY * picture.height).toBeGreaterThanOrEqual(part.top - 1);
        expect(focalY * picture.height).toBeLessThanOrEqual(part.top + part.height + 1);
      }),
    );
  });
});

describe('the addresses of a picture', () => {
  it('say width, shape, format and version', () => {
    const wish = { width: 700, format: ImageFormat.WEBP, crop: ImageCrop.WIDE_16_9 };
    expect(urls.write(file, wish)).toBe(
      'https://cdn.example/files/file_01j03cqd00fgqbrcr42gqh0k5v/800-16x9.webp?v=3',
    );
    expect(urls.write(file)).toMatch(/\/2000-none\.png\?v=3$/);
  });

  it('are read back as they were written, and lead nowhere else', () => {
    fc.assert(
      fc.property(size, crop, format, fc.nat(5_000), (picture, shape, wanted, width) => {
        const shown = { ...file, ...picture };
        const name = chooseRendition(shown, { width, format: wanted, crop: shape });
        expect(readName(writeName(name))).toEqual(name);
        expect(settleName(shown, name)).toEqual(name);
      }),
    );
  });

  it('are 120 at most', () => {
    const names = new Set<string>();
    for (const shape of Object.values(ImageCrop)) {
      for (const wanted of Object.values(ImageFormat)) {
        for (let width = 1; width <= 3_000; width += 1) {
          const shown = { ...file, width: 9_000, height: 9_000 };
          names.add(writeName(chooseRendition(shown, { width, format: wanted, crop: shape })));
        }
      }
    }
    expect(names.size).toBe(112);
  });

  it('make the sources of a picture: AVIF, WebP, JPEG, each width once', () => {
    const sources = urls.list(file, { widths: [300, 310, 100], crop: ImageCrop.SQUARE });
    expect(sources.map(({ type }) => type)).toEqual(['image/avif', 'image/webp', 'image/jpeg']);
    const base = 'https://cdn.example/files/file_01j03cqd00fgqbrcr42gqh0k5v';
    expect(sources[1]?.srcset).toBe(
      `${base}/160-square.webp?v=3 160w, ${base}/320-square.webp?v=3 320w`,
    );
  });

  it('are no sources where no width is wanted', () => {
    expect(urls.list(file, { widths: [] })).toEqual([]);
  });

  it('come in every width that there is where none is asked for', () => {
    const [avif] = urls.list(file, {});
    expect(avif?.srcset.split(', ').map((part) => part.split(' ')[1])).toEqual([
      '160w',
      '320w',
      '480w',
      '800w',
      '1200w',
      '1920w',
      '2000w',
    ]);
  });
});
