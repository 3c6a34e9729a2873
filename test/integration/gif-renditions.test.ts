import sharp from 'sharp';
import { insertXmpIntoGif, readFileMetadata } from '../../src/features/media/metadata';
import { Role } from '../../src/platform/request';
import { ask } from '../support/ask';
import { makeAlt, makeXmp } from '../support/made-pictures';
import { drawPicture, takeFile } from '../support/pictures';
import { startApp, type TestApp } from '../support/start-app';
import { createToken, withToken } from '../support/tokens';

let service: TestApp;

beforeAll(async () => {
  service = await startApp();
});

afterAll(() => service.stop());

async function readPicture(path: string): Promise<Buffer> {
  const response = await fetch(`${service.origin}/files/${path}`, { redirect: 'error' });
  return Buffer.from(await response.arrayBuffer());
}

const xmp = makeXmp(
  [
    '<dc:creator><rdf:Seq><rdf:li>ليلى حسن</rdf:li></rdf:Seq></dc:creator>',
    '<photoshop:Credit>وكالة</photoshop:Credit>',
    makeAlt('dc:rights', [['x-default', '© ليلى حسن 2024']]),
  ].join(''),
);

describe('a GIF', () => {
  it('is shown by its first frame', async () => {
    const frames = await sharp(
      [await drawPicture(60, 40).png().toBuffer(), await drawPicture(60, 40).png().toBuffer()],
      { join: { animated: true } },
    )
      .gif()
      .toBuffer();
    const file = await takeFile(service, frames);
    expect(file).toMatchObject({ mediaType: 'image/gif', width: 60, height: 40 });
    const header = await sharp(await readPicture(`${file.id}/60-none.gif?v=1`)).metadata();
    expect(header).toMatchObject({ format: 'gif', width: 60, height: 40 });
    expect(header.pages ?? 1).toBe(1);
  });

  it('says whose it is, and its renditions go on saying it, in GIF and in WebP', async () => {
    const gif = await drawPicture(200, 100).gif().toBuffer();
    const file = await takeFile(service, insertXmpIntoGif(gif, xmp));
    expect(file.metadata).toMatchObject({
      ...{ creator: 'ليلى حسن', credit: 'وكالة', copyright: '© ليلى حسن 2024' },
    });
    for (const extension of ['gif', 'webp']) {
      const bytes = await readPicture(`${file.id}/160-none.${extension}?v=1`);
      expect(await sharp(bytes).metadata()).toMatchObject({ format: extension, width: 160 });
      expect(await readFileMetadata(bytes)).toMatchObject({
        creators: ['ليلى حسن'],
        credit: 'وكالة',
        copyrights: [{ text: '© ليلى حسن 2024' }],
      });
    }
  });

  it('carries an editor’s credit in place of its own', async () => {
    const file = await takeFile(service, await drawPicture(80, 40).gif().toBuffer());
    const document = `mutation ($id: ID!) {
      updateImageFile(input: { id: $id, credit: "الأناضول" }) { userErrors { code } } }`;
    const editor = withToken(await createToken(service, Role.EDITOR));
    await ask(service, document, { id: file.id }, editor);
    const bytes = await readPicture(`${file.id}/80-none.gif?v=2`);
    expect(await readFileMetadata(bytes)).toMatchObject({ credit: 'الأناضول' });
  });
});
