import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  PictureJobFailed,
  PicturePool,
  type PicturePoolOptions,
} from '../../../../src/features/media/renditions/picture-pool';
import { ServiceUnavailable } from '../../../../src/platform/errors';
import { createLogger } from '../../../../src/platform/log';
import { drawPicture } from '../../../support/pictures';

let folder: string;
let path: string;
let pool: PicturePool;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maqal-pool-'));
  path = join(folder, 'picture.png');
  await drawPicture(90, 60).png().toFile(path);
});

afterEach(async () => {
  await pool.close();
  await rm(folder, { recursive: true, force: true });
});

const open = (options: Partial<PicturePoolOptions> = {}) => {
  pool = new PicturePool({
    workerCount: 1,
    logger: createLogger('silent', process.stderr),
    ...options,
  });
  return pool;
};

const inspect = (file = path) =>
  pool.run({ kind: 'inspect', path: file, mediaType: 'image/png', maxPixels: 1_000_000 });

const render = (file: string) =>
  pool.run({
    kind: 'render',
    path: file,
    targetPath: join(folder, 'made'),
    target: 'image/jpeg',
    picture: { width: 90, height: 60 },
    part: { left: 0, top: 0, width: 90, height: 60 },
    size: { width: 90, height: 60 },
    rights: {
      creators: [],
      credit: null,
      copyrights: [],
      rightsUrl: null,
      digitalSourceType: null,
    },
  });

describe('the processes that decode pictures', () => {
  it('go on after a job that failed', async () => {
    open();
    await expect(render(join(folder, 'missing.png'))).rejects.toThrow(PictureJobFailed);
    expect(await inspect()).toMatchObject({ picture: { width: 90, height: 60 } });
  });

  it('are ended where a job takes too long, and that job fails', async () => {
    open({ jobTimeoutMs: 1 });
    await expect(inspect()).rejects.toThrow('The process for pictures ended: SIGKILL');
  });

  it('refuse what comes when as many wait as may', async () => {
    open({ maxWaiting: 1 });
    const accepted = [inspect(), inspect()];
    await expect(inspect()).rejects.toThrow(ServiceUnavailable);
    expect(await Promise.all(accepted)).toHaveLength(2);
  });

  it('fail what waits when they are closed, and take nothing more', async () => {
    open();
    const jobs = Promise.allSettled([inspect(), inspect()]);
    await pool.close();
    expect((await jobs).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(inspect()).rejects.toThrow(ServiceUnavailable);
  });
});
