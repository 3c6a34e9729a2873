import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { Role } from '../../src/platform/request';
import { request, type HttpAnswer } from './http';
import type { TestApp } from './start-app';
import { createToken } from './tokens';

/** A picture that somebody sends, as the service answers it. */
export interface SentFile {
  readonly id: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
  readonly byteLength: number;
  readonly placeholder: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

let nextColour = 1;

/** A picture of one colour, which no other picture of the test has. */
export function drawPicture(width = 640, height = 480): Sharp {
  const number = nextColour++;
  const background = { r: (number * 37) % 256, g: 128, b: (number * 5) % 256 };
  return sharp({ create: { width, height, channels: 3, background } });
}

/** A picture with a red square of 40 pixels around a point, on white. */
export function drawMark(width: number, height: number, at: { x: number; y: number }): Sharp {
  const side = 40;
  const mark = { width: side, height: side, channels: 3 as const, background: '#f00' };
  return sharp({ create: { width, height, channels: 3, background: '#fff' } }).composite([
    {
      input: { create: mark },
      left: Math.round(at.x * width) - side / 2,
      top: Math.round(at.y * height) - side / 2,
    },
  ]);
}

/** Sends bytes to `POST /files`. */
export function sendFile(
  service: Pick<TestApp, 'origin'>,
  token: string | null,
  bytes: Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> {
  return request(service, '/files', {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: new Uint8Array(bytes),
  });
}

/** Sends a picture that must be taken, as an editor. */
export async function takeFile(service: TestApp, bytes: Buffer): Promise<SentFile> {
  const token = await createToken(service, Role.EDITOR);
  const answer = await sendFile(service, token, bytes);
  if (answer.status > 201) throw new Error(`The picture was not taken: ${answer.text}`);
  return JSON.parse(answer.text) as SentFile;
}

/** Every file below a folder, relative to it; none where there is no folder. */
export async function listFilesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
