import { readFile } from 'node:fs/promises';
import { packagePath } from './package-path';

/** V8's flags as `npm start` sets them; every server of a bench gets the same. */
export async function readV8Flags(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(packagePath('package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start.split(' ').filter((word) => word.startsWith('--') && word !== '--silent');
}
