import fc from 'fast-check';
import { sniffPicture } from '../../../../src/features/media/picture-type';

const latin1 = (text: string) => Buffer.from(text, 'latin1');

describe('what a file is by its first bytes', () => {
  it.each([
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['GIF89a', 'image/gif'],
    ['RIFF\x10\0\0\0WEBPVP8 ', 'image/webp'],
    ['\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf', 'image/avif'],
    ['\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf', 'image/avif'],
    ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'image/heic'],
    ['\0\0\0\x18ftypmp42\0\0\0\0isommp42', null],
    ['II*\0', 'image/tiff'],
    ['%PDF-1.7', 'application/pdf'],
    ['BM', 'image/bmp'],
    ['<svg xmlns="http://www.w3.org/2000/svg">', 'image/svg+xml'],
    ['\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a --><svg>', 'image/svg+xml'],
    ['<?xml version="1.0"?><html>', null],
    ['RIFF\x10\0\0\0WAVE', null],
    ['', null],
  ])('%j is %s', (head, mediaType) => {
    expect(sniffPicture(latin1(head))).toBe(mediaType);
  });

  it('is found of any bytes, however short', () => {
    const start = fc.constantFrom('', '\0\0\0\x18ftyp', '\xff\xff\xff\xffftypavi', 'RIFF');
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 64 }), (text, bytes) => {
        expect(() => sniffPicture(Buffer.concat([latin1(text), bytes]))).not.toThrow();
      }),
    );
  });
});
