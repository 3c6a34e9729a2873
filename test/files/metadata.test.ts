import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import {
  chooseText,
  composeRenditionMetadata,
  type FileMetadata,
  insertXmpIntoGif,
  readFileMetadata,
} from '../../src/features/media/metadata';
import { type ExifToolTags, readTags } from './exif-tool';
import { type Format, formats, type MadePicture, makeCollection } from './made-collection';

const secretTag = /gps|location|serial|owner|thumbnail|preview/iu;
const vocabulary = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

let folder: string;
let renditions: string;
let pictures: readonly MadePicture[];
const metadataOf = new Map<MadePicture, FileMetadata>();
let tagsOfOriginals: ReadonlyMap<string, ExifToolTags>;
let tagsOfRenditions: ReadonlyMap<string, ExifToolTags>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maqal-files-'));
  renditions = join(folder, 'renditions');
  await mkdir(renditions);
  pictures = await makeCollection(folder);
  for (const picture of pictures) {
    const bytes = await readFile(picture.path);
    const metadata = await readFileMetadata(bytes);
    metadataOf.set(picture, metadata);
    for (const format of formats) await writeRendition(picture, bytes, metadata, format);
  }
  tagsOfOriginals = await readTags(join(folder, 'originals'));
  tagsOfRenditions = await readTags(renditions);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

const pathOf = ({ path }: MadePicture, format: Format) =>
  join(renditions, `${basename(path)}.${format === 'jpeg' ? 'jpg' : format}`);

/** Scales down and writes anew, with what renditions carry and nothing else. */
async function writeRendition(
  picture: MadePicture,
  bytes: Buffer,
  metadata: FileMetadata,
  format: Format,
): Promise<void> {
  const rendition = await sharp(bytes)
    .autoOrient()
    .resize({ width: 32 })
    .withXmp(composeRenditionMetadata(metadata).xmp)
    .toFormat(format)
    .toBuffer();
  await writeFile(pathOf(picture, format), rendition);
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
      for (const picture of chosen) {
        expect(metadataOf.get(picture)).toMatchObject({
          captions: [{ language: null, text: picture.caption }],
          creators: [picture.creator],
          credit: picture.credit,
          copyrights: [{ language: null, text: picture.copyright }],
        });
      }
    },
  );

  it('are read right where XMP has an Arabic caption', () => {
    const chosen = pictures.filter(({ encoding }) => encoding === null);
    expect(new Set(chosen.map(({ format }) => format))).toEqual(new Set(formats));
    for (const picture of chosen) {
      const metadata = metadataOf.get(picture);
      expect(chooseText(metadata?.captions ?? [], 'ar-EG')).toBe(picture.caption);
      expect(chooseText(metadata?.captions ?? [], 'en')).toBe('A street');
      expect(metadata).toMatchObject({
        creators: [picture.creator],
        credit: picture.credit,
        rightsUrl: 'https://example.org/rights',
        digitalSourceType: `${vocabulary}digitalCapture`,
      });
    }
  });

  it('had a location, each of them', () => {
    for (const picture of pictures) expect(metadataOf.get(picture)?.hadLocation).toBe(true);
  });
});

describe('their renditions', () => {
  it.each(formats)('in %s carry the rights, all of them', (format) => {
    for (const picture of pictures) {
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
      for (const picture of pictures) {
        const path = pathOf(picture, format);
        expect([path, secretsOf(tagsOfRenditions.get(path))]).toEqual([path, []]);
      }
    },
  );

  it('in GIF carry the rights, and are pictures still', async () => {
    const chosen = pictures.filter((_, index) => index % 20 === 0);
    const gifs = join(folder, 'gifs');
    await mkdir(gifs);
    for (const [index, picture] of chosen.entries()) {
      const metadata = metadataOf.get(picture);
      if (metadata === undefined) throw new Error(`${picture.path} was not read`);
      const gif = await sharp(await readFile(picture.path))
        .gif()
        .toBuffer();
      const marked = insertXmpIntoGif(gif, composeRenditionMetadata(metadata).xmp);
      await writeFile(join(gifs, `${index}.gif`), marked);
      expect(await sharp(marked).raw().toBuffer()).toEqual(await sharp(gif).raw().toBuffer());
    }
    const tags = await readTags(gifs);
    for (const [index, picture] of chosen.entries()) {
      const read = tags.get(join(gifs, `${index}.gif`));
      expect(read).toMatchObject({ 'XMP-dc:Rights': picture.copyright });
      expect(secretsOf(read)).toEqual([]);
    }
  });

  it('hold no byte of a secret', async () => {
    for (const picture of pictures) {
      for (const format of formats) {
        const bytes = await readFile(pathOf(picture, format), 'latin1');
        expect(bytes).not.toContain('8675309');
      }
    }
  });
});
