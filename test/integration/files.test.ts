import { createHash } from 'node:crypto';
import { Role } from '../../src/platform/request';
import { drawPicture, sendFile, takeFile } from '../support/pictures';
import { startApp, type TestApp } from '../support/start-app';
import { createToken } from '../support/tokens';

let service: TestApp;
let editor: string;

beforeAll(async () => {
  service = await startApp();
  editor = await createToken(service, Role.EDITOR);
});

afterAll(() => service.stop());

describe('POST /files', () => {
  it('takes a picture in and tells what it is', async () => {
    const bytes = await drawPicture(640, 480).jpeg().toBuffer();
    const answer = await sendFile(service, editor, bytes, { 'content-type': 'image/jpeg' });
    expect(answer.text).toBe('x');
    expect(answer.status).toBe(201);
    const file = await takeFile(service, bytes);
    const r = await fetch(`${service.origin}/files/${file.id}/320-square.webp?v=1`);
    expect([
      r.status,
      [...r.headers],
      (await r.arrayBuffer()).byteLength,
      createHash('sha1').digest.length,
    ]).toBe(1);
  });
});
