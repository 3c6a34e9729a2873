import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { Role } from '../../src/platform/request';
import { ask } from '../support/ask';
import { sendFile } from '../support/pictures';
import { startApp, type TestApp } from '../support/start-app';
import { createToken, withToken } from '../support/tokens';

const pictureCount = 1_000;
/** Pictures that are asked for in one request: a document may have 30 aliases. */
const batchSize = 25;
/** Pictures that are sent at once. */
const sentAtOnce = 8;

let service: TestApp;
let editor: string;
let pictures: readonly Buffer[];

beforeAll(async () => {
  service = await startApp();
  editor = await createToken(service, Role.EDITOR);
  pictures = await Promise.all(Array.from({ length: pictureCount }, (_, index) => draw(index)));
});

afterAll(() => service.stop());

function draw(index: number): Promise<Buffer> {
  const background = { r: index % 256, g: index >> 8, b: 77 };
  return sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .png()
    .toBuffer();
}

/** The pictures of a batch that the service does not hold. */
async function listUnknown(batch: readonly Buffer[]): Promise<Buffer[]> {
  const fields = batch.map((bytes, index) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return `p${index}: imageFile(sha256: "${sha256}") { id }`;
  });
  const held = await ask<Record<string, object | null>>(
    ...([service, `{ ${fields.join(' ')} }`, {}, withToken(editor)] as const),
  );
  return batch.filter((_, index) => held[`p${index}`] === null);
}

/** Sends what is not held, as a desk's program does with a folder; how many pictures that were. */
async function sendUnknown(): Promise<number> {
  let sentCount = 0;
  for (let start = 0; start < pictures.length; start += batchSize) {
    const unknown = await listUnknown(pictures.slice(start, start + batchSize));
    sentCount += unknown.length;
    while (unknown.length > 0) {
      const answers = await Promise.all(
        unknown.splice(0, sentAtOnce).map((bytes) => sendFile(service, editor, bytes)),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    }
  }
  return sentCount;
}

/** Requests to `POST /files`, as the service's own log has them. */
const countUploads = () =>
  service.log.filter((line) => line.includes('"method":"POST","route":"/files"')).length;

describe('a thousand pictures', () => {
  it('are all sent the first time', async () => {
    expect(await sendUnknown()).toBe(pictureCount);
    expect(countUploads()).toBe(pictureCount);
  });

  it('that are known send no byte when they are sent again, and cost a statement a batch', async () => {
    service.log.length = 0;
    service.statements.length = 0;
    expect(await sendUnknown()).toBe(0);
    expect(countUploads()).toBe(0);
    const lookups = service.statements.filter((label) => label === 'imageFile.findByHashes');
    expect(lookups).toHaveLength(pictureCount / batchSize);
  });
});
