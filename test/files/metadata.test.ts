import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { Role } from '../../src/platform/request';
import { ask } from '../support/ask';
import { sendFile, type SentFile } from '../support/pictures';
import { startApp, type TestApp } from '../support/start-app';
import { createToken, withToken } from '../support/tokens';
import { type ExifToolTags, readTags } from './exif-tool';
import { type Format, formats, type MadePicture, makeCollection } from './made-collection';

const secretTag = /gps|location|serial|owner|thumbnail|preview/iu;
const vocabulary = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/** What a picture of the collection became in the service. */
interface HeldPicture extends MadePicture {
  readonly sent: SentFile;
}

let service: TestApp;
let editor: string;
let folder: string;
let renditions: string;
let pictures: readonly HeldPicture[];
let tagsOfOriginals: ReadonlyMap<string, ExifToolTags>;
let tagsOfRenditions: ReadonlyMap<string, ExifToolTags>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maqal-files-'));
  renditions = join(folder, 'renditions');
  await mkdir(renditions);
  service = await startApp({ parts: { slowAvifMs: 60_000 } });
  editor = await createToken(service, Role.EDITOR);
  const held: HeldPicture[] = [];
  for (const picture of await makeCollection(folder)) {
    const sent = await send(await readFile(picture.path));
    held.push({ ...picture, sent });
    for (const format of formatsOf(picture)) await keepRendition(picture, sent, format);
  }
  pictures = held;
  tagsOfOriginals = await readTags(join(folder, 'originals'));
  tagsOfRenditions = await readTags(renditions);
});

afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true });
});

/** The formats that a picture is served in: the three of the web, and its own. */
const formatsOf = ({ format }: MadePicture): readonly Format[] =>
  formats.filter((one) => ['jpeg', 'webp', 'avif', format].includes(one));

const inFormat = (format: Format) =>
  pictures.filter((picture) => formatsOf(picture).includes(format));

const pathOf = ({ path }: MadePicture, format: Format) =>
  join(renditions, `${basename(path)}.${format === 'jpeg' ? 'jpg' : format}`);

/** As an editor in an Arabic newsroom sends it. */
async function send(bytes: Buffer): Promise<SentFile> {
  const answer = await sendFile(service, editor, bytes, { 'accept-language': 'ar' });
  if (answer.status !== 201) throw new Error(`The picture was not taken: ${answer.text}`);
  return JSON.parse(answer.text) as SentFile;
}

/** Asks for a rendition as readers do. */
async function keepRendition(
  picture: MadePicture,
  { id, width }: SentFile,
  format: Format,
): Promise<void> {
  const address = `${service.origin}/files/${id}/${width}-none.${format}?v=1`;
  const answer = await fetch(address, { redirect: 'error' });
  if (answer.status !== 200) throw new Error(`${address} is answered with ${answer.status}`);
  await writeFile(pathOf(picture, format), Buffer.from(await answer.arrayBuffer()));
}

const secretsOf = (tags: ExifToolTags | undefined) =>
  Object.keys(tags ?? {}).filter((tag) => secretTag.test(tag));

describe('two hundred pictures that exiftool wrote into', () => {
  it('have what renditions must not have', () => {
    expect(pictures).toHaveLength(200);
    for (const { path } of pictures) {
      const secrets = secretsOf(tagsOfOriginals.get(path)).join();
      expect([path, secrets]).toEqual([path, expect.stringMatching(/gps.*serial|serial.*gps/iu)]);
    }
    const thumbnails = pictures.filter(({ path }) => {
      const tags = Object.keys(tagsOfOriginals.get(path) ?? {});
      return tags.some((tag) => tag.endsWith(':ThumbnailImage'));
    });
    expect(thumbnails.length).toBeGreaterThanOrEqual(120);
  });

  it.each(['UTF-8, declared', 'UTF-8, undeclared', 'Windows-1256'])(
    'are read right where IIM is in %s',
    (encoding) => {
      const chosen = pictures.filter((picture) => picture.encoding === encoding);
      expect(chosen).toHaveLength(40);
      for (const { sent, caption, creator, credit, copyright } of chosen) {
        expect(sent.metadata).toMatchObject({ caption, creator, credit, copyright });
      }
    },
  );

  it('are read right where XMP has an Arabic caption, and an English one', async () => {
    const chosen = pictures.filter(({ encoding }) => encoding === null);
    expect(new Set(chosen.map(({ format }) => format))).toEqual(new Set(formats));
    const document = `query ($id: ID!) { imageFile(id: $id) { metadata { caption } } }`;
    const { headers } = withToken(editor);
    const inEnglish = { headers: { ...headers, 'accept-language': 'en' } };
    for (const { sent, caption, creator, credit, copyright } of chosen) {
      expect(sent.metadata).toMatchObject({
        ...{ caption, creator, credit, copyright },
        rightsUrl: 'https://example.org/rights',
        digitalSourceType: `${vocabulary}digitalCapture`,
      });
      const { imageFile } = await ask<{ imageFile: { metadata: object } }>(
        ...([service, document, { id: sent.id }, inEnglish] as const),
      );
      expect(imageFile.metadata).toEqual({ caption: 'A street' });
    }
  });

  it('had a location, each of them', () => {
    for (const { sent } of pictures) expect(sent.metadata['hadLocation']).toBe(true);
  });
});

describe('their renditions', () => {
  it.each(formats)('in %s are pictures of that format', async (format) => {
    const chosen = inFormat(format);
    expect(chosen.length).toBeGreaterThanOrEqual(16);
    for (const picture of chosen) {
      const header = await sharp(pathOf(picture, format)).metadata();
      expect(header).toMatchObject({ width: 48, height: 32 });
      expect(header.format).toBe(format === 'avif' ? 'heif' : format);
    }
  });

  it.each(formats)('in %s carry the rights, all of them', (format) => {
    for (const picture of inFormat(format)) {
      const tags = tagsOfRenditions.get(pathOf(picture, format));
      expect(tags).toMatchObject({
        'XMP-dc:Rights': picture.copyright,
        'XMP-dc:Creator': picture.creator,
        'XMP-photoshop:Credit': picture.credit,
        'XMP-xmpRights:Marked': true,
      });
      if (picture.encoding === null) {
        expect(tags).toMatchObject({
          'XMP-xmpRights:WebStatement': 'https://example.org/rights',
          'XMP-iptcExt:DigitalSourceType': `${vocabulary}digitalCapture`,
        });
      }
    }
  });

  it.each(formats)(
    'in %s have no coordinate, serial number or thumbnail, none of them',
    (format) => {
      for (const picture of inFormat(format)) {
        const path = pathOf(picture, format);
        expect([path, secretsOf(tagsOfRenditions.get(path))]).toEqual([path, []]);
      }
    },
  );

  it('hold no byte of a secret', async () => {
    for (const picture of pictures) {
      for (const format of formatsOf(picture)) {
        const bytes = await readFile(pathOf(picture, format), 'latin1');
        expect(bytes).not.toContain('8675309');
      }
    }
  });
});
