import { cleanMerged, cleanSource } from '../../../../../src/features/media/metadata/cleaners';
import {
  type FileMetadata,
  noMetadata,
  unlocalized,
} from '../../../../../src/features/media/metadata/file-metadata';

const clean = (stated: Partial<FileMetadata>) =>
  cleanMerged(cleanSource({ ...noMetadata, ...stated }));
const cleanCaption = (text: string) => clean({ captions: unlocalized(text) }).captions[0]?.text;
const cleanCopyright = (text: string) =>
  clean({ copyrights: unlocalized(text) }).copyrights[0]?.text;

describe('cleaning what a picture says', () => {
  it.each([
    'OLYMPUS DIGITAL CAMERA         ',
    'SONY DSC',
    'KODAK Digital Still Camera',
    'Exif_JPEG_PICTURE',
    'Created with GIMP',
    'Untitled',
    'بدون عنوان',
    'DSC_0042.JPG',
    'IMG_20240501_123000',
    '<KENOX S630  / Samsung S630>',
    '---',
    '   ',
    '\0\0\0\0',
  ])('drops %j, which no person wrote', (text) => {
    expect(cleanCaption(text)).toBeUndefined();
    expect(clean({ creators: [text] }).creators).toEqual([]);
  });

  it.each([
    'The Canon of Avicenna, opened',
    'A digital camera on a table',
    'Protesters in Cairo, 2011',
    'P. Smith',
    '5',
  ])('keeps %j', (text) => {
    expect(cleanCaption(text)).toBe(text);
  });

  it('puts texts on one line, in NFC, without control and bidi characters', () => {
    expect(cleanCaption('  شارع\r\n\tفي\u0000 \u202Eغزة\u202C ')).toBe('شارع في غزة');
    expect(cleanCaption('E\u0301te\u0301')).toBe('Été');
  });

  it('takes the credit off a caption, as the importer of texts does', () => {
    expect(clean({ captions: unlocalized('شارع في غزة بعد القصف (الأناضول)') })).toMatchObject({
      captions: [{ text: 'شارع في غزة بعد القصف' }],
      credit: 'الأناضول',
    });
    expect(cleanCaption('A street in Gaza on Monday. Photo: Reuters')).toBe(
      'A street in Gaza on Monday.',
    );
    expect(cleanCaption('The club (founded 1907)')).toBe('The club (founded 1907)');
  });

  it('prefers the credit that has a field of its own', () => {
    const captions = unlocalized('شارع في غزة بعد القصف (رويترز)');
    expect(clean({ captions, credit: 'الأناضول' }).credit).toBe('الأناضول');
  });

  it.each([
    ['© © AFP', '© AFP'],
    ['(c) AFP', '© AFP'],
    ['(C) Copyright © AFP', '© AFP'],
    ['©AFP 2024', '©AFP 2024'],
    ['Copyright 2024 AFP', 'Copyright 2024 AFP'],
    ['حقوق النشر للأناضول', 'حقوق النشر للأناضول'],
  ])('writes %j as %j', (text, wanted) => {
    expect(cleanCopyright(text)).toBe(wanted);
  });

  it('drops signs and labels that stand alone', () => {
    expect(cleanCopyright('©')).toBeUndefined();
    expect(clean({ credit: '© AFP' }).credit).toBe('AFP');
    expect(clean({ credit: 'Photo: Reuters' }).credit).toBe('Reuters');
    expect(
      clean({ creators: ['Photo by Jane Roe', 'تصوير: حسن علي', 'Byron Poe'] }).creators,
    ).toEqual(['Jane Roe', 'حسن علي', 'Byron Poe']);
  });

  it('names everybody once, and each language once', () => {
    const captions = [
      { language: 'ar', text: 'أول' },
      { language: 'ar', text: 'ثان' },
    ];
    expect(clean({ creators: ['Jane', 'Jane'], captions })).toMatchObject({
      creators: ['Jane'],
      captions: [{ text: 'أول' }],
    });
  });

  it('writes a source type as a URI', () => {
    const typeOf = (digitalSourceType: string) => clean({ digitalSourceType }).digitalSourceType;
    const vocabulary = 'http://cv.iptc.org/newscodes/digitalsourcetype/';
    expect(typeOf('trainedAlgorithmicMedia')).toBe(`${vocabulary}trainedAlgorithmicMedia`);
    expect(typeOf(`${vocabulary}digitalCapture`)).toBe(`${vocabulary}digitalCapture`);
    expect(typeOf('a photograph')).toBeNull();
  });

  it('bounds what it keeps', () => {
    const long = 'ب'.repeat(50_000);
    const many = Array.from({ length: 100 }, (_, index) => `Name ${index}`);
    const metadata = clean({
      captions: unlocalized(long),
      creators: [long, ...many],
      credit: long,
    });
    expect(metadata.captions[0]?.text).toHaveLength(2000);
    expect(metadata.creators).toHaveLength(10);
    expect(metadata.credit).toHaveLength(200);
  });
});
