import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Metadata } from 'sharp';
import { Role } from '../../src/platform/request';
import { ask } from '../support/ask';
import { request } from '../support/http';
import {
  drawMark,
  drawPicture,
  listFilesBelow,
  sendFile,
  type SentFile,
  takeFile,
} from '../support/pictures';
import { startApp, type TestApp } from '../support/start-app';
import { createToken, withToken } from '../support/tokens';
import { waitUntil } from '../support/wait-until';

let service: TestApp;
let editor: string;
/** 1000 × 600 pixels, white, with a red mark in the lower left. */
let marked: SentFile;
const mark = { x: 0.1, y: 0.8 };

beforeAll(async () => {
  service = await startApp({ environment: { FILES_URL: 'https://cdn.example/media/' } });
  editor = await createToken(service, Role.EDITOR);
  marked = await takeFile(service, await drawMark(1_000, 600, mark).png().toBuffer());
});

afterAll(() => service.stop());

const listRenditions = async (id: string) =>
  (await listFilesBelow(service.filesDir)).filter((path) => path.includes(id));

/** Asks for a rendition without following a redirect. */
const fetchRendition = (path: string, init: RequestInit = {}) =>
  fetch(`${service.origin}/files/${path}`, { redirect: 'manual', ...init });

async function readPicture(path: string): Promise<{ bytes: Buffer; header: Metadata }> {
  const response = await fetchRendition(path);
  const bytes = Buffer.from(await response.arrayBuffer());
  return { bytes, header: await sharp(bytes).metadata() };
}

/** The colour in the middle of a picture's part. */
async function colourAt(bytes: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at =
    (Math.round(y * (info.height - 1)) * info.width + Math.round(x * (info.width - 1))) *
    info.channels;
  return [...data.subarray(at, at + 3)];
}

const isRed = ([red = 0, green = 0]: number[]) => red > 150 && green < 100;

const update = `mutation ($input: UpdateImageFileInput!) {
  updateImageFile(input: $input) { file { url(crop: SQUARE, width: 320) } userErrors { message } }
}`;

describe('a rendition', () => {
  it.each([
    ['jpeg', 'image/jpeg'],
    ['webp', 'image/webp'],
    ['avif', 'image/avif'],
    ['png', 'image/png'],
  ])('is served in %s, with all that caches need', async (extension, mediaType) => {
    const response = await fetchRendition(`${marked.id}/320-none.${extension}?v=1`, {
      headers: { origin: 'https://other.example' },
    });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': mediaType,
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'surrogate-key': `file:${marked.id}`,
      etag: expect.stringMatching(/^"[^"]+"$/) as string,
      'x-content-type-options': 'nosniff',
    });
    expect(response.headers.has('vary')).toBe(false);
    const header = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect(header).toMatchObject({ width: 320, height: 192, space: 'srgb' });
  });

  it('is answered with 304 to whoever has it', async () => {
    const path = `${marked.id}/160-none.webp?v=1`;
    const etag = (await fetchRendition(path)).headers.get('etag') ?? '';
    const again = await fetchRendition(path, { headers: { 'if-none-match': `"x", W/${etag}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('tells its head without its bytes', async () => {
    const response = await fetchRendition(`${marked.id}/160-none.webp?v=1`, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/webp']);
  });

  it('is read without a statement once it has been made', async () => {
    await fetchRendition(`${marked.id}/480-none.webp?v=1`);
    service.statements.length = 0;
    await fetchRendition(`${marked.id}/480-none.webp?v=1`);
    expect(service.statements).toEqual([]);
  });

  it('has the next width that there is: of the ladder, and never more than the picture', async () => {
    const asked = async (name: string) =>
      (await fetchRendition(`${marked.id}/${name}?v=1`)).headers.get('location');
    expect(await asked('1-none.webp')).toBe('160-none.webp?v=1');
    expect(await asked('600-none.webp')).toBe('800-none.webp?v=1');
    expect(await asked('801-none.webp')).toBe('1000-none.webp?v=1');
    expect(await asked('9000-none.webp')).toBe('1000-none.webp?v=1');
    expect(await asked('9000-square.webp')).toBe('600-square.webp?v=1');
    expect(await asked('800-none.webp')).toBeNull();
  });

  it('is found from an address of another version, which no cache keeps if it may yet come', async () => {
    const asked = async (query: string) => {
      const { status, headers } = await fetchRendition(`${marked.id}/320-none.webp${query}`);
      return [status, headers.get('location'), headers.get('cache-control')];
    };
    const kept = [302, '320-none.webp?v=1', 'public, max-age=300'];
    expect(await asked('')).toEqual(kept);
    expect(await asked('?v=0')).toEqual(kept);
    expect(await asked('?v=2')).toEqual([302, '320-none.webp?v=1', 'no-store']);
  });

  it.each([
    'nothing',
    '320-none.gif?v=1',
    '320-round.webp?v=1',
    '0-none.webp?v=1',
    '320-none.webp%00?v=1',
    '..%2f..%2foriginals?v=1',
  ])('is not there by the name %s', async (name) => {
    expect((await request(service, `/files/${marked.id}/${name}`)).status).toBe(404);
  });

  it('is not there for a picture that is not', async () => {
    const strangers = [
      'file_01j03cqd00fgqbrcr42gqh0k5v',
      'article_01j03cqd00fgqbrcr42gqh0k5v',
      '..',
    ];
    for (const id of strangers) {
      const path = `/files/${encodeURIComponent(id)}/320-none.webp?v=1`;
      expect((await request(service, path)).status).toBe(404);
    }
  });
});

describe('a crop', () => {
  it.each([
    ['square', 160, 160],
    ['4x3', 160, 120],
    ['16x9', 160, 90],
  ])('%s has its shape', async (crop, width, height) => {
    const { header } = await readPicture(`${marked.id}/160-${crop}.png?v=1`);
    expect(header).toMatchObject({ width, height });
  });

  it('is cut around the middle, until an editor says what is to be seen', async () => {
    const file = await takeFile(service, await drawMark(1_000, 400, mark).png().toBuffer());
    const before = await readPicture(`${file.id}/320-square.png?v=1`);
    const input = { id: file.id, focalPoint: mark };
    const data = await ask<{ updateImageFile: { file: { url: string } } }>(
      service,
      update,
      { input },
      withToken(editor),
    );
    const { url } = data.updateImageFile.file;
    expect(url).toBe(`https://cdn.example/media/files/${file.id}/320-square.png?v=2`);
    const after = await readPicture(`${file.id}/320-square.png?v=2`);
    // As far left as the picture goes: there the mark is a quarter of the square from its edge.
    expect(isRed(await colourAt(before.bytes, 0.25, 0.8))).toBe(false);
    expect(isRed(await colourAt(after.bytes, 0.25, 0.8))).toBe(true);
    // What was made of the former point is gone.
    expect((await listRenditions(file.id)).map((path) => path.slice(-16))).toEqual([
      '2/320-square.png',
    ]);
  });

  it('lies where the focal point is in a picture that was turned', async () => {
    // Stored on its side: its lower left is the upper left of what is shown.
    const stored = await drawMark(1_000, 400, mark).png().toBuffer();
    const turned = await sharp(stored)
      .jpeg({ quality: 95 })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const file = await takeFile(service, turned);
    expect(file).toMatchObject({ width: 400, height: 1_000 });
    const input = { id: file.id, focalPoint: { x: 0.2, y: 0.1 } };
    await ask(service, update, { input }, withToken(editor));
    const { bytes, header } = await readPicture(`${file.id}/320-square.jpeg?v=2`);
    expect(header).toMatchObject({ width: 320, height: 320 });
    expect(isRed(await colourAt(bytes, 0.2, 0.25))).toBe(true);
  });
});

describe('every orientation of EXIF', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    '%i is shown upright, as sharp turns it',
    async (orientation) => {
      const stored = await drawMark(400, 240, { x: 0.25, y: 0.25 })
        .jpeg({ quality: 95 })
        .withMetadata({ orientation })
        .toBuffer();
      const file = await takeFile(service, Buffer.concat([stored, Buffer.from([orientation])]));
      const upright = await sharp(stored).autoOrient().png().toBuffer();
      const rendition = await readPicture(`${file.id}/160-none.jpeg?v=1`);
      const size = await sharp(upright).metadata();
      expect(file).toMatchObject({ width: size.width, height: size.height });
      expect(rendition.header.orientation).toBeUndefined();
      for (const x of [0.25, 0.75]) {
        for (const y of [0.25, 0.75]) {
          expect(isRed(await colourAt(rendition.bytes, x, y))).toBe(
            isRed(await colourAt(upright, x, y)),
          );
        }
      }
    },
  );
});

describe('the renditions of a picture', () => {
  it('are 120 at most, whoever asks for whatever', async () => {
    const file = await takeFile(service, await drawPicture(2_600, 40).png().toBuffer());
    const names = ['none', 'square', '4x3', '16x9'].flatMap((crop) =>
      ['jpeg', 'webp', 'avif', 'png', 'gif'].flatMap((extension) =>
        [1, 100, 200, 400, 700, 900, 1_300, 2_000, 3_000, 5_000].map(
          (width) => `${width}-${crop}.${extension}`,
        ),
      ),
    );
    for (const name of names) {
      for (const version of ['v=1', 'v=2', '']) {
        await (await fetch(`${service.origin}/files/${file.id}/${name}?${version}`)).arrayBuffer();
      }
    }
    const made = await listRenditions(file.id);
    expect(made.length).toBeGreaterThan(20);
    expect(made.length).toBeLessThanOrEqual(120);
  });

  it('are each made once, however many ask at the same moment', async () => {
    const file = await takeFile(service, await drawPicture(1_300, 900).jpeg().toBuffer());
    const made: string[] = [];
    const { renditions } = service.app.features.media;
    renditions.onMade((name) => made.push(name));
    const names = [160, 320, 480].flatMap((width) => [`${width}-none.jpeg`, `${width}-16x9.webp`]);
    const answers = await Promise.all(
      Array.from({ length: 64 }, () =>
        Promise.all(names.map((name) => fetchRendition(`${file.id}/${name}?v=1`))),
      ),
    );
    expect(new Set(answers.flat().map(({ status }) => status))).toEqual(new Set([200]));
    expect(made.sort()).toEqual([...names].sort());
  });

  it('wait in a line of 64: whoever comes then is told to come again', async () => {
    const patient = await startApp({ environment: { REQUEST_TIMEOUT_MS: '600000' } });
    const files: SentFile[] = [];
    for (let count = 0; count < 8; count += 1) {
      files.push(await takeFile(patient, await drawPicture(600, 400).jpeg().toBuffer()));
    }
    const paths = files.flatMap(({ id }) =>
      ['none', 'square', '4x3', '16x9'].flatMap((crop) =>
        ['jpeg', 'webp'].flatMap((extension) =>
          [160, 320].map((width) => `/files/${id}/${width}-${crop}.${extension}?v=1`),
        ),
      ),
    );
    const answers = await Promise.all(paths.map((path) => request(patient, path)));
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(64);
    for (const { headers } of refused) {
      expect(headers.get('retry-after')).toBe('1');
      expect(headers.get('cache-control')).toBe('private, no-store');
    }
    await patient.stop();
  });
});

describe('an AVIF that takes long', () => {
  it('is answered with the WebP meanwhile, which nobody keeps, and is finished behind', async () => {
    const hasty = await startApp({ parts: { slowAvifMs: 0 } });
    const file = await takeFile(hasty, await drawPicture(900, 600).jpeg().toBuffer());
    const path = `${hasty.origin}/files/${file.id}/800-none.avif?v=1`;
    const first = await fetch(path, { redirect: 'manual' });
    expect([first.status, first.headers.get('location')]).toEqual([302, '800-none.webp?v=1']);
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect((await fetch(path)).headers.get('content-type')).toMatch(/^image\/(webp|avif)$/);
    await waitUntil(async () => {
      const answer = await fetch(path, { redirect: 'manual' });
      await answer.arrayBuffer();
      return answer.status === 200 && answer.headers.get('content-type') === 'image/avif';
    });
    await hasty.stop();
  });
});

describe('what renditions are made of', () => {
  it('loses its place and its profile, and keeps its transparency where the format has it', async () => {
    const clear = await sharp({
      create: {
        width: 200,
        height: 100,
        channels: 4,
        background: { r: 0, g: 0, b: 255, alpha: 0 },
      },
    })
      .png()
      .withExif({ IFD3: { GPSLatitude: '30/1 2/1 0/1', GPSLatitudeRef: 'N' } })
      .toBuffer();
    const file = await takeFile(service, clear);
    const webp = await readPicture(`${file.id}/160-none.webp?v=1`);
    const jpeg = await readPicture(`${file.id}/160-none.jpeg?v=1`);
    const png = await readPicture(`${file.id}/160-none.png?v=1`);
    expect(webp.header.hasAlpha).toBe(true);
    expect(await colourAt(jpeg.bytes, 0.5, 0.5)).toEqual([255, 255, 255]);
    expect(png.bytes.includes('GPS')).toBe(false);
  });

  it('goes on saying whose it is, in every format, and an editor’s word before the file’s own', async () => {
    const said = await drawPicture(200, 100)
      .jpeg()
      .withXmp(writeXmp({ creator: 'ليلى حسن', credit: 'وكالة', rights: '© ليلى حسن 2024' }))
      .toBuffer();
    const file = await takeFile(service, said);
    expect(file.metadata).toMatchObject({
      creator: 'ليلى حسن',
      credit: 'وكالة',
      copyright: '© ليلى حسن 2024',
    });
    const carried = async (name: string) =>
      (await readPicture(`${file.id}/${name}`)).header.xmpAsString ?? '';
    for (const extension of ['jpeg', 'webp', 'avif']) {
      const xmp = await carried(`160-none.${extension}?v=1`);
      for (const text of ['ليلى حسن', 'وكالة', '© ليلى حسن 2024']) expect(xmp).toContain(text);
    }
    await ask(service, update, { input: { id: file.id, credit: 'الأناضول' } }, withToken(editor));
    const xmp = await carried('160-none.webp?v=2');
    expect(xmp).toContain('الأناضول');
    expect(xmp).not.toContain('وكالة');
  });

  it('is shown in sRGB, from CMYK and grey too', async () => {
    const cmyk = await drawPicture(200, 100).toColourspace('cmyk').jpeg().toBuffer();
    const grey = await drawPicture(200, 100).greyscale().png().toBuffer();
    const both = [await takeFile(service, cmyk), await takeFile(service, grey)];
    const spaces = await Promise.all(
      both.map(async ({ id }) => (await readPicture(`${id}/160-none.webp?v=1`)).header.space),
    );
    expect(spaces).toEqual(['srgb', 'srgb']);
  });

  it('is not there where the bytes were lost, and comes back when they are sent again', async () => {
    const bytes = await drawPicture(200, 100).jpeg().toBuffer();
    const file = await takeFile(service, bytes);
    await rm(join(service.filesDir, 'originals', file.sha256.slice(0, 2), file.sha256));
    expect((await fetchRendition(`${file.id}/160-none.webp?v=1`)).status).toBe(404);
    expect((await sendFile(service, editor, bytes)).status).toBe(200);
    expect((await fetchRendition(`${file.id}/160-none.webp?v=1`)).status).toBe(200);
  });
});

describe('the original of a picture', () => {
  it('goes out to editors alone, as the very bytes', async () => {
    const bytes = await drawPicture(120, 80).jpeg().toBuffer();
    const { id } = await takeFile(service, bytes);
    const path = `${service.origin}/files/${id}/original`;
    const moderator = await createToken(service, Role.MODERATOR);
    expect((await fetch(path)).status).toBe(401);
    expect((await fetch(path, { headers: { authorization: `Bearer ${moderator}` } })).status).toBe(
      403,
    );
    const answer = await fetch(path, { headers: { authorization: `Bearer ${editor}` } });
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${id}.jpeg"`);
  });
});

/** A packet as picture desks write it. */
function writeXmp({ creator, credit, rights }: Record<'creator' | 'credit' | 'rights', string>) {
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="${credit}">
    <dc:creator><rdf:Seq><rdf:li>${creator}</rdf:li></rdf:Seq></dc:creator>
    <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${rights}</rdf:li></rdf:Alt></dc:rights>
    </rdf:Description></rdf:RDF></x:xmpmeta>`;
}
