import fc from 'fast-check';
import sharp from 'sharp';
import {
  type FileMetadata,
  readFileMetadata,
  UnreadableMetadata,
} from '../../../../../src/features/media/metadata';
import {
  encodeWindows1256,
  makeAlt,
  makeIim,
  makeJpeg,
  makeResource,
  makeTiff,
  makeXmp,
  segment,
} from '../../../../support/made-pictures';

const iimCaption = 120;
const imageDescription = 0x010e;
const artist = 0x013b;
const copyright = 0x8298;
const exifPointer = 0x8769;
const gpsPointer = 0x8825;
const dateTimeOriginal = 0x9003;
const offsetTimeOriginal = 0x9011;

const captionsOf = async (bytes: Uint8Array) =>
  (await readFileMetadata(bytes)).captions.map(({ text }) => text);
const readXmpOf = (properties: string, attributes?: string) =>
  readFileMetadata(makeJpeg({ xmp: makeXmp(properties, attributes) }));

const nothing: FileMetadata = {
  captions: [],
  alts: [],
  creators: [],
  credit: null,
  copyrights: [],
  rightsUrl: null,
  digitalSourceType: null,
  takenAt: null,
  hadLocation: false,
};

describe('readFileMetadata, of XMP', () => {
  it('reads every field', async () => {
    const metadata = await readXmpOf(
      [
        makeAlt('dc:description', [
          ['x-default', 'A street in Gaza'],
          ['ar', 'شارع في غزة'],
        ]),
        makeAlt('Iptc4xmpCore:AltTextAccessibility', [['ar-eg', 'رجل يمشي']]),
        '<dc:creator><rdf:Seq><rdf:li>Jane Roe</rdf:li><rdf:li>حسن علي</rdf:li></rdf:Seq></dc:creator>',
        '<photoshop:Credit>الأناضول</photoshop:Credit>',
        makeAlt('dc:rights', [['x-default', '© 2024 الأناضول']]),
        '<xmpRights:WebStatement>https://example.org/rights</xmpRights:WebStatement>',
        '<photoshop:DateCreated>2024-05-01T12:30:00+03:00</photoshop:DateCreated>',
        '<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture</Iptc4xmpExt:DigitalSourceType>',
      ].join(''),
    );
    expect(metadata).toEqual({
      captions: [
        { language: null, text: 'A street in Gaza' },
        { language: 'ar', text: 'شارع في غزة' },
      ],
      alts: [{ language: 'ar-EG', text: 'رجل يمشي' }],
      creators: ['Jane Roe', 'حسن علي'],
      credit: 'الأناضول',
      copyrights: [{ language: null, text: '© 2024 الأناضول' }],
      rightsUrl: 'https://example.org/rights',
      digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture',
      takenAt: { at: new Date('2024-05-01T09:30:00Z'), offsetMinutes: 180, hasTime: true },
      hadLocation: false,
    });
  });

  it('reads properties that are attributes, resources and plain elements', async () => {
    const metadata = await readXmpOf(
      '<cc:license rdf:resource="https://creativecommons.org/publicdomain/zero/1.0/"/><dc:description>نص</dc:description>',
      'photoshop:Credit="AFP" dc:Rights="© AFP"',
    );
    expect(metadata).toMatchObject({
      captions: [{ language: null, text: 'نص' }],
      credit: 'AFP',
      copyrights: [{ language: null, text: '© AFP' }],
      rightsUrl: 'https://creativecommons.org/publicdomain/zero/1.0/',
    });
  });

  it('notices coordinates', async () => {
    const { hadLocation } = await readXmpOf('<exif:GPSLatitude>31,30.1N</exif:GPSLatitude>');
    expect(hadLocation).toBe(true);
    expect((await readXmpOf('', 'exif:GPSLongitude="34,27.9E"')).hadLocation).toBe(true);
    expect((await readXmpOf('', 'exif:GPSVersionID="2.2.0.0"')).hadLocation).toBe(false);
  });

  it('takes addresses of the web alone for rights', async () => {
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      'ftp://a.example',
      'rights',
    ]) {
      const statement = `<xmpRights:WebStatement>${address}</xmpRights:WebStatement>`;
      expect((await readXmpOf(statement)).rightsUrl).toBeNull();
    }
  });

  it('reads a packet in UTF-16 and one in Windows-1256', async () => {
    const packet = makeXmp(makeAlt('dc:description', [['ar', 'شارع في غزة']]));
    const utf16 = Buffer.from(`\uFEFF${packet}`, 'utf16le');
    expect(await captionsOf(makeJpeg({ xmp: utf16 }))).toEqual(['شارع في غزة']);
    const windows = encodeWindows1256(packet.replace('\uFEFF', ''));
    expect(await captionsOf(makeJpeg({ xmp: windows }))).toEqual(['شارع في غزة']);
  });

  it('joins what a JPEG continues in further segments', async () => {
    const whole = Buffer.from(makeXmp('<photoshop:Credit>AFP</photoshop:Credit>'));
    const part = (start: number, end: number) => {
      const head = Buffer.alloc(40, 'D');
      head.writeUInt32BE(whole.length, 32);
      head.writeUInt32BE(start, 36);
      const payload = Buffer.concat([head, whole.subarray(start, end)]);
      return segment(0xe1, 'http://ns.adobe.com/xmp/extension/\0', payload);
    };
    const [start, end] = [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xd9])];
    const file = Buffer.concat([start, part(100, whole.length), part(0, 100), end]);
    expect((await readFileMetadata(file)).credit).toBe('AFP');
  });

  it('leaves packets alone that declare entities, are no XML or are too large', async () => {
    const credit = '<photoshop:Credit>AFP</photoshop:Credit>';
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${makeXmp('<photoshop:Credit>&b;</photoshop:Credit>')}`;
    const packets = [
      bomb,
      makeXmp(credit).replace('</rdf:RDF>', ''),
      makeXmp(credit + '<dc:a/>'.repeat(9000)).slice(0, 60_000),
      '<a>'.repeat(20_000),
      `<r ${'xmlns:a="u" '.repeat(5000)}/>`,
    ];
    for (const xmp of packets) {
      expect(await readFileMetadata(makeJpeg({ xmp }))).toEqual(nothing);
    }
  });
});

describe('readFileMetadata, of IIM', () => {
  const caption = 'أطفال يلعبون، عند شاطئ غزّة؟';

  it.each([
    ['in UTF-8', Buffer.from(caption)],
    ['in Windows-1256', encodeWindows1256(caption)],
  ])('reads Arabic %s', async (_, bytes) => {
    expect(await captionsOf(makeJpeg({ iim: [[iimCaption, bytes]] }))).toEqual([caption]);
  });

  it('reads Arabic in UTF-8 that is declared', async () => {
    const declared = Buffer.concat([
      Buffer.from([0x1c, 1, 90, 0, 3, 0x1b, 0x25, 0x47]),
      makeIim([[iimCaption, caption]]),
    ]);
    const file = Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      segment(0xed, 'Photoshop 3.0\0', makeResource(declared)),
    ]);
    expect(await captionsOf(file)).toEqual([caption]);
  });

  it.each(['Märkte in Düsseldorf', 'Señor Núñez à l’été', 'Øystein Åse'])(
    'reads %s in Windows-1252',
    async (text) => {
      const bytes = Buffer.from(text.replace('’', "'"), 'latin1');
      const file = makeJpeg({ iim: [[iimCaption, bytes]] });
      expect(await captionsOf(file)).toEqual([text.replace('’', "'")]);
    },
  );

  it('reads creators, credit, copyright and time', async () => {
    const iim = [
      [80, 'Jane Roe'],
      [80, 'حسن علي'],
      [110, 'AFP'],
      [116, '© AFP'],
      [55, '20240501'],
      [60, '123000+0300'],
    ] as const;
    expect(await readFileMetadata(makeJpeg({ iim }))).toEqual({
      ...nothing,
      creators: ['Jane Roe', 'حسن علي'],
      credit: 'AFP',
      copyrights: [{ language: null, text: '© AFP' }],
      takenAt: { at: new Date('2024-05-01T09:30:00Z'), offsetMinutes: 180, hasTime: true },
    });
  });

  it('reads what ImageMagick puts into a PNG', async () => {
    const iim = makeIim([[iimCaption, caption]]);
    const text = `Raw profile type iptc\0\nIPTC profile\n${iim.length}\n${iim.toString('hex')}\n`;
    const png = await sharp({ create: { width: 1, height: 1, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const chunk = Buffer.alloc(text.length + 12);
    chunk.writeUInt32BE(text.length, 0);
    chunk.write(`tEXt${text}`, 4, 'latin1');
    const headLength = 33;
    const { crc32 } = await import('node:zlib');
    chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
    const file = Buffer.concat([png.subarray(0, headLength), chunk, png.subarray(headLength)]);
    expect(await captionsOf(file)).toEqual([caption]);
  });
});

describe('readFileMetadata, of EXIF', () => {
  it('reads texts, time and whether there are coordinates', async () => {
    const exif = makeTiff({
      [imageDescription]: 'شارع في غزة',
      [artist]: 'Jane Roe; Max Moe',
      [copyright]: encodeWindows1256('حقوق النشر للأناضول'),
      [exifPointer]: {
        [dateTimeOriginal]: '2024:05:01 12:30:00',
        [offsetTimeOriginal]: '-02:30',
      },
      [gpsPointer]: { 2: '31/1 30/1' },
    });
    expect(await readFileMetadata(makeJpeg({ exif }))).toEqual({
      ...nothing,
      captions: [{ language: null, text: 'شارع في غزة' }],
      creators: ['Jane Roe', 'Max Moe'],
      copyrights: [{ language: null, text: 'حقوق النشر للأناضول' }],
      takenAt: { at: new Date('2024-05-01T15:00:00Z'), offsetMinutes: -150, hasTime: true },
      hadLocation: true,
    });
  });

  it('takes a time without an offset for UTC, and says that it has none', async () => {
    const exif = makeTiff({ [exifPointer]: { [dateTimeOriginal]: '2024:05:01 12:30:00' } });
    expect((await readFileMetadata(makeJpeg({ exif }))).takenAt).toEqual({
      at: new Date('2024-05-01T12:30:00Z'),
      offsetMinutes: null,
      hasTime: true,
    });
  });

  it('takes nothing for the time that a camera without a clock writes', async () => {
    for (const time of ['0000:00:00 00:00:00', '2024:02:31 10:00:00', '    :  :     :  :  ']) {
      const exif = makeTiff({ [exifPointer]: { [dateTimeOriginal]: time } });
      expect((await readFileMetadata(makeJpeg({ exif }))).takenAt).toBeNull();
    }
  });
});

describe('readFileMetadata, of several standards', () => {
  it('takes XMP before IIM before EXIF, field by field', async () => {
    const file = makeJpeg({
      xmp: makeXmp('<photoshop:Credit>XMP</photoshop:Credit>'),
      iim: [
        [110, 'IIM'],
        [116, '© IIM'],
      ],
      exif: makeTiff({ [copyright]: '© EXIF', [artist]: 'EXIF Name' }),
    });
    expect(await readFileMetadata(file)).toMatchObject({
      credit: 'XMP',
      copyrights: [{ text: '© IIM' }],
      creators: ['EXIF Name'],
    });
  });

  it('prefers what a person wrote to what a camera writes', async () => {
    const file = makeJpeg({
      xmp: makeXmp(makeAlt('dc:description', [['x-default', 'OLYMPUS DIGITAL CAMERA']])),
      iim: [[iimCaption, 'شارع في غزة']],
    });
    expect(await captionsOf(file)).toEqual(['شارع في غزة']);
  });

  it('takes the hour and the offset from a standard that agrees with the first', async () => {
    const file = makeJpeg({
      xmp: makeXmp('<photoshop:DateCreated>2024-05-01</photoshop:DateCreated>'),
      iim: [
        [55, '20240501'],
        [60, '123000'],
      ],
      exif: makeTiff({
        [exifPointer]: {
          [dateTimeOriginal]: '2024:05:01 12:30:00',
          [offsetTimeOriginal]: '+03:00',
        },
      }),
    });
    expect((await readFileMetadata(file)).takenAt?.at).toEqual(new Date('2024-05-01T09:30:00Z'));
  });

  it('reads the other blocks where one is damaged', async () => {
    const file = makeJpeg({
      xmp: '<x:xmpmeta',
      exif: Buffer.from('II*\0\xff\xff\xff\xff'),
      iim: [[110, 'AFP']],
    });
    expect((await readFileMetadata(file)).credit).toBe('AFP');
  });

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('reads XMP of a real %s', async (format) => {
    const file = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .withXmp(makeXmp(makeAlt('dc:rights', [['x-default', '© الأناضول']])))
      .toFormat(format)
      .toBuffer();
    expect((await readFileMetadata(file)).copyrights).toEqual([
      { language: null, text: '© الأناضول' },
    ]);
  });
});

describe('readFileMetadata, of what is no picture', () => {
  const readOrRefuse = async (bytes: Uint8Array) => {
    try {
      const metadata = await readFileMetadata(bytes);
      expect(JSON.stringify(metadata).length).toBeLessThan(200_000);
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableMetadata);
    }
  };

  it('refuses other formats and what ends early', async () => {
    const others = ['', 'GIF8', '%PDF-1.7', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'II*\0'];
    const files = [
      ...others.map((text) => Buffer.from(text)),
      Buffer.from([0x89, 0x50, 0x4e, 0x47]),
    ];
    for (const file of files) {
      await expect(readFileMetadata(file)).rejects.toThrow(UnreadableMetadata);
    }
  });

  it('reads any bytes or refuses them', async () => {
    const starts = [
      '',
      '\xff\xd8\xff\xe1',
      '\x89PNG\r\n\x1a\n',
      'RIFF....WEBP',
      '....ftypavif',
      'GIF89a',
    ];
    const bytes = fc
      .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 2000 }))
      .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'latin1'), rest]));
    await fc.assert(fc.asyncProperty(bytes, readOrRefuse), { numRuns: 300 });
  });

  it('reads pictures with bytes changed, or refuses them', async () => {
    const xmp = makeXmp(makeAlt('dc:description', [['ar', 'شارع في غزة']]));
    const canvas = sharp({ create: { width: 16, height: 16, channels: 3, background: 'red' } });
    const marked = canvas.withXmp(xmp).withExif({ IFD0: { Artist: 'Jane Roe', Copyright: 'AFP' } });
    const formats = ['jpeg', 'png', 'webp', 'avif'] as const;
    const made = makeJpeg({
      xmp,
      iim: [[iimCaption, 'نص']],
      exif: makeTiff({ [artist]: 'Jane Roe' }),
    });
    const real = formats.map((format) => marked.clone().toFormat(format).toBuffer());
    const pictures = [made, ...(await Promise.all(real))];
    const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...pictures),
        fc.array(change, { maxLength: 12 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (picture, changes, kept) => {
          const bytes = Buffer.from(picture);
          for (const [place, value] of changes) {
            bytes[Math.floor(place * (bytes.length - 1))] = value;
          }
          await readOrRefuse(kept < 0.2 ? bytes.subarray(0, kept * 5 * bytes.length) : bytes);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('reads a megabyte of metadata at most', async () => {
    const size = 16 * 1024 * 1024;
    const iim = Buffer.alloc(size, Buffer.from([0x1c, 2, 120, 0, 1, 0x61]));
    const segments: Buffer[] = [];
    for (let start = 0; start < size; start += 60_000) {
      segments.push(segment(0xed, 'Photoshop 3.0\0', iim.subarray(start, start + 60_000)));
    }
    const file = Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments]);
    expect(await readFileMetadata(file)).toEqual(nothing);
  });
});
