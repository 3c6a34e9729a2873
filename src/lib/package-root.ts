import { join } from 'node:path';

/** A path inside the package: `src/lib` and `dist/lib` are as deep as each other. */
export function packagePath(...segments: string[]): string {
  return join(__dirname, '..', '..', ...segments);
}
