import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const main = join(root, 'dist', 'main.js');
const buildInfo = join(root, 'dist', '.tsbuildinfo');
const settings = ['package.json', 'tsconfig.json', 'tsconfig.build.json'];

/**
 * Builds the service where dist is missing or older than the sources: the tests in test/e2e run what
 * is built. Jest calls it once, before the first of them.
 */
export default function buildService() {
  if (isFresh()) return;
  // The compiler believes what it remembers of a dist that somebody has emptied since.
  if (!existsSync(main)) rmSync(buildInfo, { force: true });
  const startedAt = new Date();
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  try {
    execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
      cwd: root,
      stdio: 'inherit',
    });
  } catch (error) {
    // What was written in spite of the faults is not taken for a build the next time.
    rmSync(buildInfo, { force: true });
    throw error;
  }
  // The compiler leaves the file as it is where no text changed; what is edited meanwhile is newer.
  utimesSync(buildInfo, startedAt, startedAt);
}

function isFresh() {
  if (!existsSync(main) || !existsSync(buildInfo)) return false;
  const builtAtMs = statSync(buildInfo).mtimeMs;
  return [...settings, ...listSources()].every(
    (file) => statSync(join(root, file)).mtimeMs < builtAtMs,
  );
}

function listSources() {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|json)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1));
}
