import fc from 'fast-check';
import {
  composeRenditionMetadata,
  readFileMetadata,
} from '../../../../../src/features/media/metadata';
import { cleanMerged, cleanSource } from '../../../../../src/features/media/metadata/cleaners';
import { noMetadata } from '../../../../../src/features/media/metadata/file-metadata';
import { makeJpeg } from '../../../../support/made-pictures';

const rights = {
  ...noMetadata,
  creators: ['Jane Roe', 'حسن علي'],
  credit: 'الأناضول',
  copyrights: [
    { language: null, text: '© 2024 الأناضول' },
    { language: 'en', text: '© 2024 Anadolu' },
  ],
  rightsUrl: 'https://example.org/rights?a=1&b=2',
  digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
};

const readBack = (xmp: string) => readFileMetadata(makeJpeg({ xmp }));

describe('composeRenditionMetadata', () => {
  it('writes creators, credit, rights and source type', async () => {
    expect(await readBack(composeRenditionMetadata(rights).xmp)).toEqual(rights);
  });

  it('writes nothing of what else a file says', () => {
    const { xmp } = composeRenditionMetadata({
      ...rights,
      ...{ captions: [{ language: null, text: 'شارع' }], hadLocation: true },
    });
    expect(xmp).not.toMatch(/شارع|gps/iu);
  });

  it('says which text is the default, where the file does not', () => {
    const copyrights = [{ language: 'ar', text: 'حقوق' }];
    expect(composeRenditionMetadata({ ...rights, copyrights }).xmp).toContain(
      '<rdf:li xml:lang="x-default">حقوق</rdf:li><rdf:li xml:lang="ar">حقوق</rdf:li>',
    );
  });

  it('writes XML whatever the texts are, and reads them back', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 });
    const stated = fc.record({ creators: fc.array(text, { maxLength: 3 }), credit: text });
    await fc.assert(
      fc.asyncProperty(stated, async ({ creators, credit }) => {
        const cleaned = cleanMerged(cleanSource({ ...noMetadata, creators, credit }));
        const read = await readBack(composeRenditionMetadata(cleaned).xmp);
        expect(read.creators).toEqual(cleaned.creators);
      }),
    );
  });

  it('fits the segment of a JPEG at its longest', () => {
    const texts = Array.from({ length: 30 }, (_, index) => ({
      language: `x-${index}`,
      text: '&'.repeat(9999),
    }));
    const longest = cleanMerged({
      ...noMetadata,
      creators: Array.from({ length: 30 }, () => '&'.repeat(9999)),
      credit: '&'.repeat(9999),
      copyrights: texts,
      rightsUrl: `https://example.org/${'&'.repeat(1900)}`,
    });
    const maxSegmentBytes = 65_000;
    const { xmp } = composeRenditionMetadata(longest);
    expect(Buffer.byteLength(xmp)).toBeLessThan(maxSegmentBytes);
  });
});
