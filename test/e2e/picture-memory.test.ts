import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp, { type Sharp } from 'sharp';
import type { Inspection } from '../../src/features/media/renditions/picture-jobs';

const run = promisify(execFile);

/** Where pictures are decoded in the built service. */
const entry = join(__dirname, '..', '..', 'dist', 'features/media/renditions/picture-work.js');

/** Inspects one picture in a process of its own, as the service does, and tells its peak. */
const script = `
  const fs = require('node:fs');
  const { prepareSharp, inspect } = require(process.argv[1]);
  const [path, mediaType] = process.argv.slice(2);
  prepareSharp();
  inspect({ kind: 'inspect', path, mediaType, maxPixels: 50_000_000 }).then((inspection) => {
    // What the operating system tells elsewhere counts the process that started this one.
    const status = fs.existsSync('/proc/self/status') ? fs.readFileSync('/proc/self/status', 'utf8') : '';
    const [, peak = process.resourceUsage().maxRSS] = /^VmHWM:\\s+(\\d+) kB$/m.exec(status) ?? [];
    console.log(JSON.stringify({ inspection, peakKibibytes: Number(peak) }));
  });`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maqal-memory-'));
});

afterAll(() => rm(folder, { recursive: true }));

const draw = (width: number, height: number): Sharp =>
  sharp({
    create: { width, height, channels: 3, background: '#285' },
    limitInputPixels: false,
  });

async function inspect(picture: Sharp, mediaType: string) {
  const path = join(folder, 'picture');
  await picture.toFile(path);
  const { stdout } = await run(process.execPath, ['-e', script, entry, path, mediaType]);
  const { inspection, peakKibibytes } = JSON.parse(stdout) as {
    readonly inspection: Inspection;
    readonly peakKibibytes: number;
  };
  return { inspection, peakMebibytes: peakKibibytes / 1_024 };
}

describe('the largest picture that is taken', () => {
  it.each([
    ['a plain JPEG', 'image/jpeg', draw(8_000, 6_250).jpeg()],
    ['a progressive JPEG', 'image/jpeg', draw(8_000, 6_250).jpeg({ progressive: true })],
    ['an interlaced PNG', 'image/png', draw(7_500, 5_000).png({ progressive: true })],
    ['a GIF', 'image/gif', draw(7_500, 5_000).gif()],
    ['an AVIF', 'image/avif', draw(4_096, 4_050).avif({ effort: 0 })],
  ])('is decoded in less than 400 MiB: %s', async (_, mediaType, picture) => {
    const { inspection, peakMebibytes } = await inspect(picture, mediaType);
    expect(inspection).toHaveProperty('picture');
    expect(peakMebibytes).toBeLessThan(400);
  });
});

describe('a picture that would take more', () => {
  it.each([
    ['a bomb', 'image/png', 'tooManyPixels', draw(15_000, 8_000).png()],
    [
      'an interlaced PNG',
      'image/png',
      'tooMuchMemory',
      draw(7_600, 5_000).png({ progressive: true }),
    ],
    ['an AVIF', 'image/avif', 'tooMuchMemory', draw(4_200, 4_100).avif({ effort: 0 })],
  ])(
    'is refused by its head, before a pixel is decoded: %s',
    async (_, mediaType, refusal, picture) => {
      const { inspection, peakMebibytes } = await inspect(picture, mediaType);
      expect(inspection).toEqual({ refusal });
      expect(peakMebibytes).toBeLessThan(150);
    },
  );
});
