import { join } from 'node:path';

/** A path inside the package; the bench is always started by `npm run`, in the package's folder. */
export function packagePath(...segments: string[]): string {
  return join(process.cwd(), ...segments);
}
